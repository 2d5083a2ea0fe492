import { setImmediate as turn } from 'node:timers/promises';

const MILLISECONDS_OF_A_TURN = 20;

/**
 * Takes long work to its end in short turns, so that this process also does
 * other work meanwhile.
 *
 * @throws when the signal says so between two turns, and what the work throws
 */
export async function inTurns<T>(
  work: Generator<void, T>,
  signal: AbortSignal,
): Promise<T> {
  let begin = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
    if (performance.now() - begin >= MILLISECONDS_OF_A_TURN) {
      await turn();
      signal.throwIfAborted();
      begin = performance.now();
    }
  }
}

/** Takes work to its end at once. */
export function inOneTurn<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
  }
}
