import type { JsonObject } from '@backstage/types';
import { newPostgresDatabases } from 'testbed';

/** Tests on databases of their own; skipped without PostgreSQL. */
export function describeOnPostgres(
  name: string,
  define: (database: JsonObject) => void,
): void {
  const url = process.env.TEST_POSTGRES_URL;
  const describeOrSkip = url ? describe : describe.skip;
  describeOrSkip(name, () => {
    const databases = newPostgresDatabases(url ?? '');
    define(databases.config);
    // Jest calls this last, when what the tests have started is gone.
    afterAll(() => databases.drop());
  });
}
