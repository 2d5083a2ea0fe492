import { setTimeout } from 'node:timers/promises';
import type { KubernetesClient } from '../kubernetes/client';
import { isOutage, KubernetesError } from '../kubernetes/kubernetesError';
import { describeList, type ListRequest } from '../kubernetes/listRequest';
import type { ReadItems } from '../kubernetes/listReadings';
import { unlessForbidden } from './forbidden';
import { isKnativeGroup } from './knativeGroups';

/** What became of the list of a kind that the mesh can do without. */
export type OptionalList<T> =
  | { state: 'read'; result: T }
  | { state: 'forbidden' }
  /** The message says what failed, in the same words for the same failure. */
  | { state: 'unavailable'; message: string };

/** How long the list of somebody else's kind is waited for, in milliseconds. */
const LONGEST_WAIT_MS = 5_000;

/** What is left of the deadline is for the rest of the answer, too. */
const LARGEST_SHARE_OF_DEADLINE = 1 / 3;

/**
 * Reads the list of a kind that may be refused. Of a kind that is none of
 * Knative's own it may also be out of order: the rest of the mesh does not wait
 * for that, and does not fail of it (design §3).
 *
 * @throws KubernetesError if one of Knative's own kinds gives no complete answer,
 * or if nothing can be read at all
 */
export async function readOptionalList<T>(
  client: KubernetesClient,
  list: ListRequest,
  read: ReadItems<T>,
): Promise<OptionalList<T>> {
  const answer = unlessForbidden(client.list(list, read));
  try {
    const result = await (isKnativeGroup(list.resource.group)
      ? answer
      : inTime(answer, list, client));
    return result === undefined
      ? { state: 'forbidden' }
      : { state: 'read', result };
  } catch (error) {
    if (isOutage(error) && !isKnativeGroup(list.resource.group)) {
      return { state: 'unavailable', message: error.message };
    }
    throw error;
  }
}

/** The answer to a list, unless that takes too long; its request ends with ours. */
async function inTime<T>(
  answer: Promise<T>,
  list: ListRequest,
  { retries: { remainingMs } }: KubernetesClient,
): Promise<T> {
  const waitMs = Math.min(
    LONGEST_WAIT_MS,
    remainingMs() * LARGEST_SHARE_OF_DEADLINE,
  );
  const answered = new AbortController();
  const tooLate = async () => {
    await setTimeout(waitMs, undefined, { signal: answered.signal });
    throw new KubernetesError('slow', describeList(list));
  };
  try {
    return await Promise.race([answer, tooLate()]);
  } finally {
    answered.abort();
  }
}
