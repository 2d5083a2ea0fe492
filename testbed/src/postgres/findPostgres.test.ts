import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from './findPostgres';

describe('findPostgres', () => {
  let versions: string;

  beforeEach(async () => {
    versions = await mkdtemp(join(tmpdir(), 'postgres-versions-'));
  });

  afterEach(() => rm(versions, { recursive: true }));

  async function install(version: string, programs: string[]) {
    const folder = join(versions, version, 'bin');
    await mkdir(folder, { recursive: true });
    for (const program of programs) {
      await writeFile(join(folder, program), '', { mode: 0o755 });
    }
    return folder;
  }

  it('takes the newest version that has a server', async () => {
    await install('9', ['initdb', 'postgres']);
    const newest = await install('15', ['initdb', 'postgres']);
    await install('17', ['psql']);

    expect(await findPostgres(versions)).toBe(newest);
  });

  it('finds nothing where there is none', async () => {
    await install('17', ['psql']);

    expect(await findPostgres(versions)).toBeUndefined();
    expect(await findPostgres(join(versions, 'missing'))).toBeUndefined();
  });
});
