import type {
  OutgoingLink,
  Subscription,
  Trigger,
} from 'backstage-plugin-knative-event-mesh-common';
import { linkDestination, type LinkContext } from '../links';
import {
  describeDelivery,
  describeDestination,
  summarizeDestination,
} from './describe';
import { sortedBy } from './names';

/** More would be repeated in each event type that the trigger passes. */
const LONGEST_FILTERS = 16 * 1024;

/** A trigger with its subscriber, and no event types yet. */
export function connectTrigger(
  trigger: Trigger,
  context: LinkContext,
): OutgoingLink {
  const { namespace, name } = trigger;
  const holder = { kind: 'Trigger', namespace, name };
  const filter = Object.entries(trigger.filter ?? {}).map(([key, value]) => ({
    name: key,
    value,
  }));
  return {
    via: {
      ...holder,
      filter: sortedBy(filter, attribute => attribute.name),
      ...(trigger.filters?.length && summarizeFilters(trigger.filters)),
      delivery: describeDelivery(
        trigger.delivery,
        { holder, field: 'spec.delivery' },
        context,
        { kind: 'Broker', ...trigger.broker },
      ),
      readiness: trigger.readiness,
    },
    subscriber: summarizeDestination(trigger.subscriber),
    link: linkDestination(
      trigger.subscriber,
      { holder, field: 'spec.subscriber' },
      context,
    ),
    eventTypes: [],
  };
}

/** A subscription with its subscriber, and no event types yet. */
export function connectSubscription(
  subscription: Subscription,
  context: LinkContext,
): OutgoingLink {
  const { namespace, name, channel } = subscription;
  const holder = { kind: 'Subscription', namespace, name };
  return {
    via: {
      ...holder,
      filter: [],
      delivery: describeDelivery(
        subscription.delivery,
        { holder, field: 'spec.delivery' },
        context,
        channel,
      ),
      reply: describeDestination(
        subscription.reply,
        { holder, field: 'spec.reply' },
        context,
      ),
      channelReadiness: subscription.channelReadiness,
      readiness: subscription.readiness,
    },
    subscriber: summarizeDestination(subscription.subscriber),
    link: linkDestination(
      subscription.subscriber,
      { holder, field: 'spec.subscriber' },
      context,
    ),
    eventTypes: [],
  };
}

function summarizeFilters(filters: unknown[]) {
  const text = JSON.stringify(filters);
  return text.length > LONGEST_FILTERS
    ? { filters: text.slice(0, LONGEST_FILTERS), filtersCut: true }
    : { filters: text };
}
