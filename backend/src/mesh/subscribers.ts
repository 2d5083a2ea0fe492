import type {
  ObjectReference,
  Subscriber,
} from 'backstage-plugin-knative-event-mesh-common';
import type { TriggerObject } from './trigger';

/** What became of looking for a referenced object. */
export type SubscriberLookup =
  | { found: 'yes'; labels: Record<string, string>; kubernetesId?: string }
  /** It is not in a complete list. */
  | { found: 'no' }
  /** It was not read. */
  | { found: 'unknown' };

/** Looks up a referenced object among those that were read. */
export type FindSubscriber = (reference: ObjectReference) => SubscriberLookup;

/**
 * What is known of a trigger's subscriber. Where its object was not read, the
 * trigger's own condition decides whether it exists (design §3).
 */
export function describeSubscriber(
  { subscriber, subscriberResolved }: TriggerObject,
  find: FindSubscriber,
): Subscriber | undefined {
  if (!subscriber) {
    return undefined;
  }
  const { reference } = subscriber;
  const lookup: SubscriberLookup = reference
    ? find(reference)
    : { found: 'unknown' };
  return {
    ...subscriber,
    ...lookup,
    found: lookup.found === 'unknown' ? subscriberResolved : lookup.found,
  };
}
