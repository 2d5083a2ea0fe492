import type { Verdict } from '../../report/targets';
import { sumOfRows } from '../database/rowsWritten';
import type { ProviderResult } from '../result';

/**
 * Rows that one write of the environment's entity takes, which happens every
 * ten minutes: its own, its references, the queue, its search.
 */
const rowsOfTheEnvironment = 25;

/** Holds unchanged polls to the rule that they write nothing. */
export function providerVerdicts(
  results: readonly ProviderResult[],
): Verdict[] {
  return results
    .filter(({ kind }) => kind === 'unchanged')
    .map(({ entities, rounds, rowsWritten }) => ({
      target: `${rounds} unchanged polls of ${entities} entities write nothing, but perhaps once the entity of the environment`,
      measured: describeRows(rowsWritten),
      isMet: sumOfRows(rowsWritten) <= rowsOfTheEnvironment,
    }));
}

function describeRows(rows: ProviderResult['rowsWritten']): string {
  const tables = Object.entries(rows).map(
    ([table, count]) => `${table} ${count}`,
  );
  return tables.join(', ') || 'no row';
}
