import type { RowsWritten } from './catalogDatabase';

/** Written by the scheduler for each run of any task, not by the provider. */
const tablesOfTheScheduler = /^backstage_backend_tasks__/;

/** What was written between two counts, without the scheduler's own rows. */
export function rowsBetween(
  before: RowsWritten,
  after: RowsWritten,
): RowsWritten {
  return Object.fromEntries(
    Object.entries(after)
      .filter(([table]) => !tablesOfTheScheduler.test(table))
      .map(([table, count]) => [table, count - (before[table] ?? 0)] as const)
      .filter(([, count]) => count > 0)
      .sort(([left], [right]) => left.localeCompare(right)),
  );
}

/** All of them. */
export function sumOfRows(rows: RowsWritten): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
