import { setImmediate as turn } from 'node:timers/promises';

const MILLISECONDS_OF_A_TURN = 20;

/**
 * Gives a function to call between steps of long work: it waits when this process
 * should do other work meanwhile.
 *
 * @throws from that function, when the signal says so
 */
export function turnsOf(signal: AbortSignal): () => Promise<void> {
  let begin = performance.now();
  return async () => {
    if (performance.now() - begin >= MILLISECONDS_OF_A_TURN) {
      await turn();
      signal.throwIfAborted();
      begin = performance.now();
    }
  };
}

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
  const next = turnsOf(signal);
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
    await next();
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
