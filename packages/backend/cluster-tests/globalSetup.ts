import { ensureKubeApiserver } from 'testbed';
import { ensurePostgres } from '../src/__testUtils__/postgres/ensurePostgres';
import { postgresServer } from './postgresServer';

/** Finds or starts the servers before the first test asks for them. */
export default async function globalSetup(): Promise<void> {
  // For `describeOwnServer` of the testbed.
  process.env.TESTBED_SOURCE = (await ensureKubeApiserver())?.kind ?? 'none';
  postgresServer.current = await ensurePostgres();
  process.env.TEST_POSTGRES_URL = postgresServer.current?.url ?? '';
}
