import type { ProviderResult } from '../result';

/** A result for tests: of unchanged polls, but for what is given. */
export function exampleProviderResult(
  given: Partial<Omit<ProviderResult, 'wall'>> & { wall?: number },
): ProviderResult {
  const wall = given.wall ?? 100;
  return {
    entities: 1_000,
    answerBytes: 3_000_000,
    kind: 'unchanged',
    rounds: 20,
    logged: { service: 10, catalog: 20, commit: 30 },
    cpuMilliseconds: 50,
    longestBlockMilliseconds: 12,
    peakMegabytes: 400,
    catalogQueries: 2,
    rowsWritten: {},
    samples: [],
    ...given,
    wall: { median: wall, lowerQuartile: wall - 1, upperQuartile: wall + 1 },
  };
}
