import { median, quantile } from '../statistics';
import type { RowsWritten } from './database/catalogDatabase';
import type { PollSample } from './poll/measurePoll';
import type { LoggedPoll } from './poll/readLog';
import type { ProcessorCost } from './processor/measureProcessor';

/** What a poll finds. */
export type PollKind = 'first load' | 'unchanged' | 'one change';

/** A poll, and when the catalog showed what it had brought. */
export interface ProviderSample extends PollSample {
  /** From the question to the service until the API of the catalog shows it. */
  shownMilliseconds?: number;
  /** Of all threads of the backend, until nothing is left to do. */
  cpuUntilRestMilliseconds?: number;
}

/** What polls of one kind have needed. */
export interface ProviderResult {
  entities: number;
  /** Bytes of the service's answer. */
  answerBytes: number;
  kind: PollKind;
  rounds: number;
  wall: { median: number; lowerQuartile: number; upperQuartile: number };
  /** Medians of what the provider logs. */
  logged: LoggedPoll;
  cpuMilliseconds: number;
  longestBlockMilliseconds: number;
  /** The most of all rounds. */
  peakMegabytes: number;
  /** The most of all rounds. */
  catalogQueries: number;
  shownMilliseconds?: number;
  cpuUntilRestMilliseconds?: number;
  /** Of a first load: what our processor takes of the work after it. */
  processor?: ProcessorCost;
  /** Of all rounds together. */
  rowsWritten: RowsWritten;
  samples: ProviderSample[];
}

/** Sums up what was seen. */
export function toProviderResult(
  given: Pick<
    ProviderResult,
    'entities' | 'answerBytes' | 'kind' | 'rowsWritten'
  >,
  samples: ProviderSample[],
): ProviderResult {
  const of = (read: (sample: ProviderSample) => number) => samples.map(read);
  const wall = of(sample => sample.wallMilliseconds);
  const optional = (key: 'shownMilliseconds' | 'cpuUntilRestMilliseconds') => {
    const values = samples.flatMap(sample => sample[key] ?? []);
    return values.length > 0 ? { [key]: median(values) } : {};
  };
  return {
    ...given,
    rounds: samples.length,
    wall: {
      median: median(wall),
      lowerQuartile: quantile(wall, 0.25),
      upperQuartile: quantile(wall, 0.75),
    },
    logged: {
      service: median(of(({ logged }) => logged.service)),
      catalog: median(of(({ logged }) => logged.catalog)),
      commit: median(of(({ logged }) => logged.commit)),
    },
    cpuMilliseconds: median(of(sample => sample.cpuMilliseconds)),
    longestBlockMilliseconds: median(
      of(sample => sample.longestBlockMilliseconds),
    ),
    peakMegabytes: Math.max(...of(sample => sample.peakMegabytes)),
    catalogQueries: Math.max(...of(sample => sample.catalogQueries)),
    ...optional('shownMilliseconds'),
    ...optional('cpuUntilRestMilliseconds'),
    samples,
  };
}
