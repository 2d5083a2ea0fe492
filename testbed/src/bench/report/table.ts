import type { Result } from '../result';

const columns = [
  'data set',
  'program',
  'wall, ms (middle half)',
  'to the floor',
  'CPU, ms',
  'to the floor',
  'peak memory, MB',
  'requests',
  'read, kB',
  'answer, kB',
];

/** The results as a table in Markdown. */
export function table(results: readonly Result[]): string {
  const rows = [columns, ...results.map(result => cells(result, results))];
  const widths = columns.map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => align(cell, column, widths)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    isText(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [head, ...body] = rows.map(line);
  return [head, `| ${rule.join(' | ')} |`, ...body].join('\n');
}

function cells(result: Result, results: readonly Result[]): string[] {
  const { dataSet, candidate, wall, asked } = result;
  const floor = results.find(
    other => other.dataSet === dataSet && other.candidate === 'floor',
  );
  return [
    dataSet,
    candidate,
    `${number(wall.median)} (${number(wall.lowerQuartile)}-${number(
      wall.upperQuartile,
    )})`,
    ratio(wall.median, floor?.wall.median),
    number(result.cpuMilliseconds),
    ratio(result.cpuMilliseconds, floor?.cpuMilliseconds),
    number(result.peakMegabytes),
    String(asked.requests),
    number(asked.bytes / 1_000),
    number(result.answerBytes / 1_000),
  ];
}

function ratio(value: number, ofFloor: number | undefined): string {
  return ofFloor === undefined ? '' : (value / ofFloor).toFixed(2);
}

/** Three digits are more than the noise leaves. */
function number(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}

function isText(column: number): boolean {
  return column < 2;
}

function align(cell: string, column: number, widths: number[]): string {
  return isText(column)
    ? cell.padEnd(widths[column])
    : cell.padStart(widths[column]);
}
