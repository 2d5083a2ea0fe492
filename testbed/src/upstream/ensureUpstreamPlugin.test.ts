import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureUpstreamPlugin } from './ensureUpstreamPlugin';

describe('ensureUpstreamPlugin', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'upstream-plugin-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** Stands for npm, which is not asked for anything here. */
  async function withNpm(script: string) {
    const npm = join(folder, 'npm');
    await writeFile(npm, `#!/bin/sh\n${script}\n`);
    await chmod(npm, 0o755);
    return {
      XDG_CACHE_HOME: folder,
      PATH: `${folder}${delimiter}${process.env.PATH}`,
    };
  }

  it('has npm install it once, without running anything of it', async () => {
    const environment = await withNpm(
      `echo "$@" >> ${folder}/calls; test "$(wc -l < ${folder}/calls)" = 1`,
    );
    const log = jest.fn();

    const first = await ensureUpstreamPlugin({ environment, log });
    const second = await ensureUpstreamPlugin({ environment, log });

    expect(first).toMatch(
      /upstream-plugin-1\.21\.0-[0-9-]+\/node_modules\/@knative-extensions\/plugin-knative-event-mesh-backend$/,
    );
    expect(second).toBe(first);
    expect(log).toHaveBeenCalledTimes(1);
    expect(await readFile(join(folder, 'calls'), 'utf8')).toMatch(
      /^install .*--ignore-scripts/,
    );
  });

  it('says why it cannot be had, and tries again the next time', async () => {
    const environment = await withNpm('echo 403 Forbidden >&2; exit 1');
    const log = jest.fn();

    expect(await ensureUpstreamPlugin({ environment, log })).toBeUndefined();
    expect(log).toHaveBeenLastCalledWith(
      expect.stringMatching(/cannot be had: .*403 Forbidden/),
    );

    await withNpm('exit 0');
    expect(await ensureUpstreamPlugin({ environment, log })).toBeDefined();
  });

  it('is a failure in CI', async () => {
    const environment = await withNpm('echo 403 Forbidden >&2; exit 1');

    await expect(
      ensureUpstreamPlugin({
        environment: { ...environment, CI: 'true' },
        log: jest.fn(),
      }),
    ).rejects.toThrow('403 Forbidden');
  });
});
