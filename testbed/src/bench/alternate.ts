import type { Candidate } from './candidates/candidate';
import { processUsage } from './processUsage';

/** What was seen of one candidate, round by round. */
export interface Samples {
  wallMilliseconds: number[];
  cpuMilliseconds: number[];
  peakMegabytes: number;
  answerBytes: number;
}

/** A candidate and how often it is asked. */
export interface Contestant {
  candidate: Candidate;
  rounds: number;
}

/** How many of the rounds are made before, uncounted: programs compile then. */
const shareOfWarmUp = 0.25;

/**
 * Asks the candidates one after the other, round by round, so that what
 * disturbs the machine for a while disturbs them all; every second round in
 * reverse, so that nobody always runs behind the same other.
 */
export async function alternate(
  contestants: readonly Contestant[],
): Promise<Samples[]> {
  const measured = contestants.map(contestant => ({
    ...contestant,
    samples: noSamples(),
  }));
  const reversed = [...measured].reverse();
  for (const { candidate, rounds } of measured) {
    for (let round = 0; round < rounds * shareOfWarmUp; round++) {
      await candidate.beforeAsking?.();
      await candidate.ask();
    }
  }
  const most = Math.max(...contestants.map(({ rounds }) => rounds));
  for (let round = 0; round < most; round++) {
    for (const { candidate, rounds, samples } of round % 2
      ? reversed
      : measured) {
      if (round < rounds) {
        await sample(candidate, samples);
      }
    }
  }
  return measured.map(({ samples }) => samples);
}

function noSamples(): Samples {
  return {
    wallMilliseconds: [],
    cpuMilliseconds: [],
    peakMegabytes: 0,
    answerBytes: 0,
  };
}

async function sample(candidate: Candidate, samples: Samples): Promise<void> {
  await candidate.beforeAsking?.();
  const before = await processUsage(candidate.pid);
  const started = performance.now();
  samples.answerBytes = await candidate.ask();
  samples.wallMilliseconds.push(performance.now() - started);
  const after = await processUsage(candidate.pid);
  samples.cpuMilliseconds.push(after.cpuMilliseconds - before.cpuMilliseconds);
  samples.peakMegabytes = after.peakMegabytes;
}
