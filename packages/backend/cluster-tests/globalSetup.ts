import {
  ensurePostgres,
  ensureUpstreamPlugin,
  prepareClusterTests,
} from 'testbed';
import { postgresServer } from './postgresServer';

/** Finds or starts the servers before the first test asks for them. */
export default async function globalSetup(): Promise<void> {
  await prepareClusterTests();
  process.env.UPSTREAM_PLUGIN = (await ensureUpstreamPlugin()) ?? '';
  postgresServer.current = await ensurePostgres();
  process.env.TEST_POSTGRES_URL = postgresServer.current?.url ?? '';
}
