import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureUpstreamService } from './ensureUpstreamService';

describe('ensureUpstreamService', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'upstream-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** Stands for Go, which is not asked for anything here. */
  async function withGo(script: string) {
    const go = join(folder, 'go');
    await writeFile(go, `#!/bin/sh\n${script}\n`);
    await chmod(go, 0o755);
    return {
      XDG_CACHE_HOME: folder,
      PATH: `${folder}${delimiter}${process.env.PATH}`,
    };
  }

  it('takes the executable that is named', async () => {
    expect(
      await ensureUpstreamService({ UPSTREAM_EVENTMESH: process.execPath }),
    ).toEqual({ program: process.execPath });
    expect(
      await ensureUpstreamService({ UPSTREAM_EVENTMESH: '/no/such' }),
    ).toEqual({
      missing: 'UPSTREAM_EVENTMESH names /no/such, which does not exist',
    });
  });

  it('has Go build it once', async () => {
    const environment = await withGo(
      `echo "$@" >> ${folder}/calls; touch "$GOBIN/eventmesh"; test "$(wc -l < ${folder}/calls)" = 1`,
    );

    const first = await ensureUpstreamService(environment);
    expect(first).toEqual({
      program: expect.stringMatching(/upstream-v0\.50\.0\/eventmesh$/),
    });
    expect(await ensureUpstreamService(environment)).toEqual(first);
  });

  it('says why Go cannot build it', async () => {
    const environment = await withGo('echo 403 Forbidden >&2; exit 1');

    expect(await ensureUpstreamService(environment)).toEqual({
      missing: expect.stringContaining('403 Forbidden'),
    });
  });
});
