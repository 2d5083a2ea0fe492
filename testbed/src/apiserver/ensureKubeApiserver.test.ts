import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureKubeApiserver } from './ensureKubeApiserver';

/** Stands for Go: counts its builds, and writes what was asked of it. */
const fakeGo = `#!/bin/sh
[ "$1" = build ] || exit 0
echo build >> "$BUILDS"
while [ "$1" != -o ]; do shift; done
echo program > "$2"
`;

describe('ensureKubeApiserver', () => {
  let folder: string;
  let lines: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ensure-'));
    lines = [];
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function installGo() {
    await writeFile(join(folder, 'go'), fakeGo);
    await chmod(join(folder, 'go'), 0o755);
  }

  const ensure = (environment: NodeJS.ProcessEnv = {}) =>
    ensureKubeApiserver({
      environment: {
        PATH: folder,
        XDG_CACHE_HOME: folder,
        BUILDS: join(folder, 'builds'),
        ...environment,
      },
      log: line => lines.push(line),
    });

  it('builds our program once for all who ask for it', async () => {
    await installGo();

    const sources = await Promise.all([ensure(), ensure()]);
    const later = await ensure();

    expect(later).toEqual({
      kind: 'program',
      program: expect.stringMatching(/knative-event-mesh-testbed.*apiserver$/),
    });
    expect(sources).toEqual([later, later]);
    expect(await readFile(join(folder, 'builds'), 'utf8')).toBe('build\n');
    // Who waits says so before or after the end of a build as short as this.
    expect(lines[0]).toMatch(/^Building kube-apiserver v1\.\d+\.\d+, once per/);
    expect(lines.slice(1)).toContainEqual(
      expect.stringMatching(/^Built .* in \d+ s$/),
    );
    expect(lines.filter(line => line.startsWith('Buil'))).toHaveLength(2);
  });

  it('says in one line that there is no server, without Go', async () => {
    expect(await ensure()).toBeUndefined();
    expect(lines).toEqual([
      'No API server to test against: install Go, or set KUBEBUILDER_ASSETS or KUBECONFIG_UNDER_TEST',
    ]);
  });

  it('fails without Go where every check has to run', async () => {
    await expect(ensure({ CI: 'true' })).rejects.toThrow('install Go');
  });

  it('needs no Go for a cluster that already runs', async () => {
    const environment = { KUBECONFIG_UNDER_TEST: '/kubeconfig' };

    expect(await ensure(environment)).toEqual({
      kind: 'kubeconfig',
      kubeconfig: '/kubeconfig',
    });
  });
});
