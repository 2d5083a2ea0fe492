import type { Samples } from './alternate';
import type { Machine } from './machine';
import type { ProviderResult } from './provider/result';
import type { AskedRequest } from './requests/askedRequest';
import { median, quantile } from './statistics';
import type { TopologyResult } from './topology/result';

/** What one candidate has needed for one answer on one data set. */
export interface Result {
  dataSet: string;
  candidate: string;
  rounds: number;
  /** From the question until the answer is read, in milliseconds. */
  wall: { median: number; lowerQuartile: number; upperQuartile: number };
  /** Median of what all threads of the process have used meanwhile. */
  cpuMilliseconds: number;
  /** The most memory that the process has held since its start. */
  peakMegabytes: number;
  /** What it asks of the API server for one answer. */
  asked: { requests: number; bytes: number };
  answerBytes: number;
  samples: Pick<Samples, 'wallMilliseconds' | 'cpuMilliseconds'>;
}

/** One run of the bench. */
export interface BenchRun {
  finishedAt: string;
  machine: Machine;
  results: Result[];
  provider: ProviderResult[];
  topology: TopologyResult[];
}

/** Sums up what was seen of a candidate. */
export function toResult(
  names: { dataSet: string; candidate: string },
  { wallMilliseconds, cpuMilliseconds, peakMegabytes, answerBytes }: Samples,
  asked: readonly AskedRequest[],
): Result {
  return {
    ...names,
    rounds: wallMilliseconds.length,
    wall: {
      median: median(wallMilliseconds),
      lowerQuartile: quantile(wallMilliseconds, 0.25),
      upperQuartile: quantile(wallMilliseconds, 0.75),
    },
    cpuMilliseconds: median(cpuMilliseconds),
    peakMegabytes,
    asked: {
      requests: asked.length,
      bytes: asked.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    answerBytes,
    samples: { wallMilliseconds, cpuMilliseconds },
  };
}
