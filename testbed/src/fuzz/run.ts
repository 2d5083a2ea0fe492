import { drawCase } from './drawCase';
import type { KnativeEngines } from './engines/knativeEngines';
import { randomOfCase } from './random';
import { count, emptyStatistics, type Statistics } from './report/statistics';
import { examine } from './verdicts/examine';
import { failureOf, type Failure } from './verdicts/failure';
import { ThrownVerdict } from './verdicts/judge';

/** Cases that are on their way at the same time, so that no program waits. */
const casesAtOnce = 400;

export interface RunResult {
  statistics: Statistics;
  failures: Failure[];
}

/**
 * Draws cases by their numbers, and examines each, until there are so many
 * failures that more would say nothing new.
 */
export async function run(
  {
    seed,
    numbers,
    mostFailures,
  }: { seed: number; numbers: Iterable<number>; mostFailures: number },
  engines: KnativeEngines,
  progress: (cases: number) => void = () => {},
): Promise<RunResult> {
  const statistics = emptyStatistics();
  const failures: Failure[] = [];
  const next = numbers[Symbol.iterator]();
  let done = 0;

  const examineOne = async (number: number) => {
    const fuzzCase = drawCase(randomOfCase(seed, number));
    const examination = await examine(fuzzCase, engines).catch(
      (error: unknown) => {
        if (error instanceof ThrownVerdict) {
          return undefined;
        }
        throw error;
      },
    );
    if (!examination) {
      failures.push({ number, kind: 'thrown', fuzzCase });
      return;
    }
    count(statistics, examination);
    const kind = failureOf(examination);
    if (kind) {
      failures.push({ number, kind, fuzzCase });
    }
  };
  const work = async () => {
    while (failures.length < mostFailures) {
      const { value: number, done: isOver } = next.next();
      if (isOver) {
        return;
      }
      await examineOne(number);
      done += 1;
      progress(done);
    }
  };
  await Promise.all(Array.from({ length: casesAtOnce }, work));
  return { statistics, failures };
}
