import type { Result } from '../result';
import {
  markdownTable,
  roundedNumber as number,
  type Column,
} from './markdownTable';

const columns: readonly Column[] = [
  { title: 'data set', isText: true },
  { title: 'program', isText: true },
  { title: 'wall, ms (middle half)' },
  { title: 'to the floor' },
  { title: 'CPU, ms' },
  { title: 'to the floor' },
  { title: 'peak memory, MB' },
  { title: 'requests' },
  { title: 'read, kB' },
  { title: 'answer, kB' },
];

/** The results as a table in Markdown. */
export function table(results: readonly Result[]): string {
  return markdownTable(
    columns,
    results.map(result => cells(result, results)),
  );
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
