const longestPauseMilliseconds = 2_000;

/**
 * How long to wait before an answer is asked for again, in milliseconds, or
 * undefined if it is final. A server that has just started, or just learnt of a
 * CRD, answers 429 until it has read what it stores.
 */
export function pauseBeforeRetry(
  status: number,
  retryAfter: string | undefined,
): number | undefined {
  if (status !== 429) {
    return undefined;
  }
  const seconds = Number(retryAfter);
  return seconds > 0
    ? Math.min(seconds * 1_000, longestPauseMilliseconds)
    : longestPauseMilliseconds;
}
