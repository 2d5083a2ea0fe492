import type {
  Destination,
  MeshLink,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import type { DescribeDestination } from './destinations';
import type { KnownObjects } from './knownObjects';
import type { SubscriptionObject } from './subscription';

/** A Subscription with what is known of its two ends. */
export interface ReadySubscription {
  subscription: SubscriptionObject;
  /** How the answer points to it. */
  via: MeshLink;
  /** The channel as it stands in the answer. */
  channel: ObjectReference;
  subscriber?: Destination;
}

/** Looks up the ends of Subscriptions. */
export function prepareSubscriptions(
  subscriptions: readonly SubscriptionObject[],
  known: KnownObjects,
  describeDestination: DescribeDestination,
): ReadySubscription[] {
  return subscriptions.map(subscription => {
    const { metadata, channel, subscriber, subscriberResolved } = subscription;
    const { namespace, name } = metadata;
    return {
      subscription,
      via: { kind: 'Subscription', namespace, name },
      channel: known.visible(channel),
      ...(subscriber
        ? { subscriber: describeDestination(subscriber, subscriberResolved) }
        : {}),
    };
  });
}
