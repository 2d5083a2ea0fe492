import { setTimeout } from 'node:timers/promises';
import { KubernetesError, type KubernetesFailure } from './kubernetesError';

/** When a request to Kubernetes is tried again. */
export interface RetryPolicy {
  /** Milliseconds to wait before the second, third, … try. */
  delaysMs: readonly number[];
  /** Milliseconds that are left of the caller's deadline. */
  remainingMs: () => number;
  signal: AbortSignal;
}

/** Failures that pass by themselves (design §3, kubernetes.md 2.1). */
const passing: ReadonlySet<KubernetesFailure> = new Set([
  'throttled',
  'serverError',
  'noConnection',
  'badAnswer',
  'stale',
  'slow',
]);

/**
 * Tries until it succeeds, the tries are used up, or waiting would miss the
 * deadline: then it is better to say now why there is no answer.
 *
 * @throws KubernetesError of the last try
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
): Promise<T> {
  for (const delayMs of policy.delaysMs) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof KubernetesError) || !passing.has(error.failure)) {
        throw error;
      }
      const waitMs = Math.max(delayMs, (error.retryAfterSeconds ?? 0) * 1000);
      if (policy.signal.aborted || waitMs >= policy.remainingMs()) {
        throw error;
      }
      await wait(waitMs, policy.signal, error);
    }
  }
  return attempt();
}

async function wait(
  milliseconds: number,
  signal: AbortSignal,
  lastError: KubernetesError,
): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch {
    throw lastError; // The wait was aborted: why there is no answer is known.
  }
}
