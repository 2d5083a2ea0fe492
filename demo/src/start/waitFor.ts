import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until the answer is something else than undefined.
 * A question that throws counts as not answered yet.
 *
 * @throws when the deadline has passed, or as soon as `giveUp` says why
 */
export async function waitFor<T>(options: {
  what: string;
  ask: () => Promise<T | undefined>;
  deadlineMilliseconds: number;
  intervalMilliseconds?: number;
  giveUp?: () => string | undefined;
}): Promise<T> {
  const { what, ask, deadlineMilliseconds, giveUp } = options;
  const deadline = Date.now() + deadlineMilliseconds;
  let lastError: unknown;

  while (Date.now() < deadline) {
    const reason = giveUp?.();
    if (reason) {
      throw new Error(reason);
    }
    try {
      const answer = await ask();
      if (answer !== undefined) {
        return answer;
      }
    } catch (error) {
      lastError = error;
    }
    await sleep(options.intervalMilliseconds ?? 250);
  }
  throw new Error(
    `${what} did not happen within ${Math.round(
      deadlineMilliseconds / 1000,
    )} s${lastError ? `: ${lastError}` : ''}`,
  );
}
