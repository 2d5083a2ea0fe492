import type {
  DeliveryOrigin,
  DeliverySummary,
} from 'backstage-plugin-knative-event-mesh-common';

/**
 * From where a delivery is inherited as it is; undefined if anything in it is
 * its own, or if it lacks something: with some broker classes, an own delivery
 * hides the broker's retries but not its dead letter sink.
 *
 * @param delivery - of a trigger or subscription
 * @param holder - delivery of its broker or channel
 */
export function inheritedWhole(
  delivery?: DeliverySummary,
  holder?: DeliverySummary,
): Exclude<DeliveryOrigin, 'own'> | undefined {
  if (!delivery || !holder) {
    return undefined;
  }
  const [origin, ...others] = new Set([
    ...delivery.settings.map(({ from }) => from),
    ...(delivery.deadLetterSinkFrom ? [delivery.deadLetterSinkFrom] : []),
  ]);
  return origin !== 'own' &&
    others.length === 0 &&
    delivery.settings.length === holder.settings.length &&
    hasDeadLetterSink(delivery) === hasDeadLetterSink(holder)
    ? origin
    : undefined;
}

function hasDeadLetterSink({
  deadLetterSink,
  deadLetterSinkUri,
}: DeliverySummary): boolean {
  return deadLetterSink !== undefined || deadLetterSinkUri !== undefined;
}
