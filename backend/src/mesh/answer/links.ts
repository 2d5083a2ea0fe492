import type {
  Readiness,
  Subscription,
  Trigger,
} from 'backstage-plugin-knative-event-mesh-common';
import type { ChannelObject } from '../channel';
import type { DescribeDestination } from '../destinations';
import type { ReadySubscription } from '../prepareSubscriptions';
import type { ReadyTrigger } from '../prepareTriggers';
import { subscriptionDelivery, triggerDelivery } from './deliveries';

/** Describes a trigger. */
export function describeTrigger(
  { trigger, broker: brokerObject, subscriber }: ReadyTrigger,
  describe: DescribeDestination,
): Trigger {
  const { metadata, broker, filter, filters, dependency, readiness } = trigger;
  const delivery = triggerDelivery(trigger, brokerObject, describe);
  return {
    ...metadata,
    broker,
    ...(filter ? { filter } : {}),
    ...(filters ? { filters } : {}),
    ...(subscriber ? { subscriber } : {}),
    ...(dependency ? { dependency } : {}),
    ...(delivery ? { delivery } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

/**
 * Describes a Subscription.
 *
 * @param channels - the one that it names and what does its work; those that
 * were read
 */
export function describeSubscription(
  { subscription, channel, subscriber }: ReadySubscription,
  channels: readonly ChannelObject[],
  describe: DescribeDestination,
): Subscription {
  const { metadata, reply, readiness } = subscription;
  const delivery = subscriptionDelivery(subscription, channels[0], describe);
  const channelReadiness = findChannelReadiness(subscription, channels);
  return {
    ...metadata,
    channel,
    ...(subscriber ? { subscriber } : {}),
    ...(reply ? { reply: describe(reply) } : {}),
    ...(delivery ? { delivery } : {}),
    ...(channelReadiness ? { channelReadiness } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

/** What a channel says of its delivery to a subscriber (knative.md 4.4). */
function findChannelReadiness(
  { metadata, generation }: ReadySubscription['subscription'],
  channels: readonly ChannelObject[],
): Readiness | undefined {
  const found = channels
    .flatMap(({ subscribers }) => subscribers)
    .find(({ uid }) => uid === metadata.uid);
  if (!found) {
    return undefined;
  }
  const { readiness, observedGeneration } = found;
  const isOlder = (observedGeneration ?? 0) < (generation ?? 0);
  return { ...readiness, stale: readiness.stale || isOlder };
}
