import { postgresServer } from './postgresServer';

/** Stops what was started for this run. */
export default async function globalTeardown(): Promise<void> {
  await postgresServer.current?.stop();
}
