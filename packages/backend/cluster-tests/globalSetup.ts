import { ensurePostgres } from '../src/__testUtils__/postgres/ensurePostgres';
import { postgresServer } from './postgresServer';

/** Finds or starts the servers before the first test asks for them. */
export default async function globalSetup(): Promise<void> {
  postgresServer.current = await ensurePostgres();
  process.env.TEST_POSTGRES_URL = postgresServer.current?.url ?? '';
}
