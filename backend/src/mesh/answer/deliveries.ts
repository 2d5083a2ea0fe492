import type { Delivery } from 'backstage-plugin-knative-event-mesh-common';
import type { BrokerObject } from '../broker';
import {
  effectiveDelivery,
  type DeliverySpec,
  type EffectiveDelivery,
} from '../delivery';
import type { DescribeDestination } from '../destinations';
import type { TriggerObject } from '../trigger';

/** Something that can state what happens to events that are not delivered. */
interface Holder {
  delivery?: DeliverySpec;
  /** As Knative has resolved it. */
  deadLetterSinkUri?: string;
}

/** What a broker, a channel or a step states for itself. */
export function ownDelivery(
  { delivery, deadLetterSinkUri }: Holder,
  describe: DescribeDestination,
): Delivery | undefined {
  // One that states for itself goes by no class.
  const effective =
    delivery &&
    effectiveDelivery(undefined, { trigger: delivery, broker: undefined });
  return effective && describeDelivery(effective, deadLetterSinkUri, describe);
}

/**
 * What holds for a trigger (knative.md 4.3).
 *
 * @returns undefined if that cannot be told
 */
export function triggerDelivery(
  { delivery, deadLetterSinkUri }: TriggerObject,
  broker: BrokerObject | undefined,
  describe: DescribeDestination,
): Delivery | undefined {
  const effective =
    broker &&
    effectiveDelivery(broker.brokerClass, {
      trigger: delivery,
      broker: broker.delivery,
    });
  return effective && describeDelivery(effective, deadLetterSinkUri, describe);
}

/**
 * What holds for a Subscription: triggers of this class are Subscriptions
 * (`deliverySpec` and `resolveDeadLetterSink` in Knative's subscription.go).
 *
 * @returns undefined if that cannot be told, because the channel was not read
 */
export function subscriptionDelivery(
  { delivery, deadLetterSinkUri }: Holder,
  channel: Holder | undefined,
  describe: DescribeDestination,
): Delivery | undefined {
  const effective =
    channel &&
    effectiveDelivery('MTChannelBasedBroker', {
      trigger: delivery,
      broker: channel.delivery,
    });
  return (
    effective &&
    describeDelivery(effective, deadLetterSinkUri, describe, 'channel')
  );
}

function describeDelivery(
  { deadLetterSink, settings }: EffectiveDelivery,
  deadLetterSinkUri: string | undefined,
  describe: DescribeDestination,
  inherited: 'broker' | 'channel' = 'broker',
): Delivery {
  const origin = (from: 'broker' | 'trigger') =>
    from === 'trigger' ? 'own' : inherited;
  return {
    ...(deadLetterSink
      ? {
          deadLetterSink: describe(
            deadLetterSink.destination,
            deadLetterSinkUri ? 'yes' : 'unknown',
          ),
          deadLetterSinkFrom: origin(deadLetterSink.from),
          ...(deadLetterSinkUri ? { deadLetterSinkUri } : {}),
        }
      : {}),
    settings: settings.map(({ name, value, from }) => ({
      name,
      value,
      from: origin(from),
    })),
  };
}
