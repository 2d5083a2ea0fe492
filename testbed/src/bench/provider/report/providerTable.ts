import {
  markdownTable,
  roundedNumber as number,
  type Column,
} from '../../report/markdownTable';
import { sumOfRows } from '../database/rowsWritten';
import type { ProviderResult } from '../result';

const columns: readonly Column[] = [
  { title: 'entities' },
  { title: 'poll', isText: true },
  { title: 'rounds' },
  { title: 'wall, ms (middle half)' },
  { title: 'CPU, ms' },
  { title: 'longest block, ms' },
  { title: 'shown after, s' },
  { title: 'CPU until rest, s' },
  { title: 'peak memory, MB' },
  { title: 'catalog queries' },
  { title: 'rows written' },
];

/** The results as a table in Markdown. */
export function providerTable(results: readonly ProviderResult[]): string {
  return markdownTable(columns, results.map(cells));
}

function cells(result: ProviderResult): string[] {
  const { wall } = result;
  return [
    String(result.entities),
    result.kind,
    String(result.rounds),
    `${number(wall.median)} (${number(wall.lowerQuartile)}-${number(
      wall.upperQuartile,
    )})`,
    number(result.cpuMilliseconds),
    number(result.longestBlockMilliseconds),
    seconds(result.shownMilliseconds),
    seconds(result.cpuUntilRestMilliseconds),
    number(result.peakMegabytes),
    String(result.catalogQueries),
    rowsPerRound(result),
  ];
}

function seconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : number(milliseconds / 1_000);
}

/** Rows are counted for a whole series; of first loads, in the last one. */
function rowsPerRound({ kind, rounds, rowsWritten }: ProviderResult): string {
  const rows = sumOfRows(rowsWritten);
  return kind === 'first load' ? String(rows) : number(rows / rounds);
}
