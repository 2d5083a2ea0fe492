import type { DestinationSpec } from './references';
import { findCondition } from './readiness';
import type { UnknownObject } from './guards';

/** What a condition of a link says about whether its subscriber exists. */
export type SubscriberResolved = 'yes' | 'no' | 'unknown';

/**
 * Reads whether a subscriber exists from the condition that resolving it leaves.
 * `False` also stands for objects that exist but have no address, so that the
 * object is missing is only taken from Kubernetes' own words for that.
 *
 * @param failure - the reason of a condition that failed because of the
 * subscriber, where it can fail because of something else
 */
export function subscriberResolved(
  object: UnknownObject,
  subscriber: DestinationSpec | undefined,
  conditionType: string,
  failure?: string,
): SubscriberResolved {
  const condition = findCondition(object, conditionType);
  if (!condition || condition.stale || !subscriber?.reference) {
    return 'unknown';
  }
  const { status, reason, message } = condition;
  if (status === 'True') {
    return 'yes';
  }
  const isAboutSubscriber = failure === undefined || failure === reason;
  const notFound = `"${subscriber.reference.name}" not found`;
  return status === 'False' && isAboutSubscriber && message?.includes(notFound)
    ? 'no'
    : 'unknown';
}
