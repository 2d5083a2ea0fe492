import { ensurePostgres } from '../../postgres/ensurePostgres';
import type { BenchOptions } from '../options';
import { measureProvider } from './measureProvider';
import type { ProviderResult } from './result';

/** Measures the provider with each number of entities, where PostgreSQL is. */
export async function measureProviders({
  entities,
  rounds,
  log,
}: Pick<BenchOptions, 'entities' | 'rounds'> & {
  log: (line: string) => void;
}): Promise<ProviderResult[]> {
  const postgres = await ensurePostgres({ log });
  if (!postgres) {
    return [];
  }
  try {
    const results: ProviderResult[] = [];
    for (const count of entities) {
      results.push(
        ...(await measureProvider(count, {
          postgresUrl: postgres.url,
          rounds,
          log,
        })),
      );
    }
    return results;
  } finally {
    await postgres.stop();
  }
}
