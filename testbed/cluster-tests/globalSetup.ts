import { ensureKubeApiserver } from '../src';

/** Finds or builds the API server before the first test asks for it. */
export default async function globalSetup(): Promise<void> {
  const source = await ensureKubeApiserver();
  process.env.TESTBED_SOURCE = source?.kind ?? 'none';
}
