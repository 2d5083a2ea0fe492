import { ensureKubeApiserver } from '../apiserver/ensureKubeApiserver';
import type { ApiserverSource } from '../apiserver/source';

const variable = 'TESTBED_SOURCE';

/**
 * Finds or builds the API server, and tells the test files of this run which
 * one it is; for Jest's `globalSetup`.
 */
export async function prepareClusterTests(): Promise<void> {
  process.env[variable] = (await ensureKubeApiserver())?.kind ?? 'none';
}

/** Where the servers of this run come from. */
export function sourceOfRun(): ApiserverSource['kind'] | 'none' {
  const source = process.env[variable];
  if (!source) {
    throw new Error(
      'Nobody has looked for an API server: globalSetup must call prepareClusterTests',
    );
  }
  return source as ApiserverSource['kind'] | 'none';
}
