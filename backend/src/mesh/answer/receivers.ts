import type {
  Broker,
  Flow,
  Sink,
  Subscribable,
} from 'backstage-plugin-knative-event-mesh-common';
import type { BrokerObject } from '../broker';
import type { ChannelObject } from '../channel';
import type { DescribeDestination } from '../destinations';
import type { FlowObject, FlowStep } from '../flow';
import type { SinkObject } from '../sink';
import { ownDelivery } from './deliveries';

/**
 * Describes a broker.
 *
 * @param providedEventTypes - as `<namespace>/<name>`, sorted
 */
export function describeBroker(
  broker: BrokerObject,
  providedEventTypes: string[],
  describe: DescribeDestination,
): Broker {
  const { metadata, brokerClass, authorization, readiness } = broker;
  const delivery = ownDelivery(broker, describe);
  return {
    ...metadata,
    providedEventTypes,
    ...(brokerClass ? { brokerClass } : {}),
    ...addressOf(broker),
    ...(delivery ? { delivery } : {}),
    ...(authorization ? { authorization } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

/** Describes a channel, as {@link describeBroker} does. */
export function describeChannel(
  channel: ChannelObject,
  providedEventTypes: string[],
  describe: DescribeDestination,
): Subscribable {
  const { metadata, group, kind, backing, authorization, readiness } = channel;
  const delivery = ownDelivery(channel, describe);
  return {
    group,
    kind,
    ...metadata,
    providedEventTypes,
    ...(backing ? { backing } : {}),
    ...addressOf(channel),
    ...(delivery ? { delivery } : {}),
    ...(authorization ? { authorization } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

/** Describes a sink. */
export function describeSink(sink: SinkObject): Sink {
  const { metadata, group, kind, settings, authorization, readiness } = sink;
  return {
    group,
    kind,
    ...metadata,
    ...addressOf(sink),
    ...(settings.length > 0 ? { settings } : {}),
    ...(authorization ? { authorization } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

/** Describes a Sequence, Parallel, EventTransform or RequestReply. */
export function describeFlow(
  flow: FlowObject,
  describe: DescribeDestination,
): Flow {
  const { metadata, group, kind, steps, reply, authorization, readiness } =
    flow;
  const delivery = ownDelivery(flow, describe);
  return {
    group,
    kind,
    ...metadata,
    ...addressOf(flow),
    steps: steps.map(step => describeStep(step, describe)),
    ...(reply ? { reply: describe(reply) } : {}),
    ...(delivery ? { delivery } : {}),
    ...(authorization ? { authorization } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

function describeStep(
  step: FlowStep,
  describe: DescribeDestination,
): Flow['steps'][number] {
  const { filter, subscriber, reply, readiness } = step;
  const delivery = ownDelivery(step, describe);
  return {
    ...(filter ? { filter: describe(filter) } : {}),
    ...(subscriber ? { subscriber: describe(subscriber) } : {}),
    ...(reply ? { reply: describe(reply) } : {}),
    ...(delivery ? { delivery } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

function addressOf({
  addresses: [address],
}: {
  addresses: readonly string[];
}): {
  address?: string;
} {
  return address ? { address } : {};
}
