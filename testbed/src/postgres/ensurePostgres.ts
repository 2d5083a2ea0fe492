import { debianVersions, findPostgres } from './findPostgres';
import { startPostgres, type Postgres } from './startPostgres';

/**
 * Finds the PostgreSQL server to test against: the one of TEST_POSTGRES_URL,
 * else one of our own. Without either it says so and returns undefined; with
 * CI=true it throws, so that no check is skipped unseen.
 */
export async function ensurePostgres({
  environment = process.env,
  versions = debianVersions,
  log = (line: string) => process.stderr.write(`${line}\n`),
}: {
  environment?: NodeJS.ProcessEnv;
  /** Folder with a folder for each installed version. */
  versions?: string;
  log?: (line: string) => void;
} = {}): Promise<Postgres | undefined> {
  if (environment.TEST_POSTGRES_URL) {
    return { url: environment.TEST_POSTGRES_URL, stop: async () => {} };
  }
  const programs = await findPostgres(versions);
  if (programs) {
    return startPostgres(programs);
  }
  const line =
    "No PostgreSQL to test against: install it (Debian's package is `postgresql`), or set TEST_POSTGRES_URL";
  if (environment.CI === 'true') {
    throw new Error(line);
  }
  log(line);
  return undefined;
}
