import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Debian and its kin keep each version of PostgreSQL. */
export const debianVersions = '/usr/lib/postgresql';

/** The folder of `initdb` and `postgres` of the newest version, if there is one. */
export async function findPostgres(
  versions: string,
): Promise<string | undefined> {
  const names = await readdir(versions).catch(() => []);
  const newestFirst = names.sort((a, b) => Number(b) - Number(a));
  for (const name of newestFirst) {
    const programs = join(versions, name, 'bin');
    if (await hasServer(programs)) {
      return programs;
    }
  }
  return undefined;
}

/** A version of which only the client is installed has the folder, too. */
async function hasServer(programs: string): Promise<boolean> {
  try {
    await access(join(programs, 'initdb'), constants.X_OK);
    await access(join(programs, 'postgres'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
