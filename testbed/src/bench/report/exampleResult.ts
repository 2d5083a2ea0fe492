import type { Result } from '../result';

/** A result for tests: of the service on 100 Triggers, but for what is given. */
export function exampleResult(
  given: Partial<Omit<Result, 'wall'>> & { wall?: number },
): Result {
  const wall = given.wall ?? 10;
  return {
    dataSet: '100',
    candidate: 'service',
    rounds: 1,
    cpuMilliseconds: 5,
    peakMegabytes: 120,
    asked: { requests: 7, bytes: 60_000 },
    answerBytes: 40_000,
    samples: { wallMilliseconds: [wall], cpuMilliseconds: [5] },
    ...given,
    wall: { median: wall, lowerQuartile: wall - 1, upperQuartile: wall + 1 },
  };
}
