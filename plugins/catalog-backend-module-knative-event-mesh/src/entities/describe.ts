import type {
  Authorization,
  Delivery,
  DeliverySummary,
  Destination,
  DestinationSummary,
  LinkedDestination,
  ObjectReference,
  Setting,
} from 'backstage-plugin-knative-event-mesh-common';
import { linkDestination, type LinkContext, type Place } from '../links';
import { compareTexts, sortedBy } from './names';

/** A destination without what only links need of it. */
export function summarizeDestination(
  destination: Destination = { found: 'unknown' },
): DestinationSummary {
  const { reference, uri, kubernetesId, found } = destination;
  return { reference, uri, kubernetesId, found };
}

/** A destination, if there is one, and what the catalog knows of it. */
export function describeDestination(
  destination: Destination | undefined,
  place: Place,
  context: LinkContext,
): LinkedDestination | undefined {
  return (
    destination && {
      destination: summarizeDestination(destination),
      link: linkDestination(destination, place, context),
    }
  );
}

/**
 * What happens to events that cannot be delivered.
 *
 * @param place - of the delivery
 * @param provider - the broker or channel that a dead letter sink may come from
 */
export function describeDelivery(
  delivery: Delivery | undefined,
  place: Place,
  context: LinkContext,
  provider?: Place['holder'],
): DeliverySummary | undefined {
  if (!delivery) {
    return undefined;
  }
  const { deadLetterSinkFrom } = delivery;
  const { holder, field } =
    provider && deadLetterSinkFrom && deadLetterSinkFrom !== 'own'
      ? { holder: provider, field: 'spec.delivery' }
      : place;
  return {
    deadLetterSink: describeDestination(
      delivery.deadLetterSink,
      { holder, field: `${field}.deadLetterSink` },
      context,
    ),
    deadLetterSinkFrom,
    deadLetterSinkUri: delivery.deadLetterSinkUri,
    settings: sortedBy(
      delivery.settings,
      setting => setting.name,
      setting => setting.value,
      setting => setting.from,
    ),
  };
}

/** Who may send, in an order that does not depend on the order of the answer. */
export function describeAuthorization(
  authorization: Authorization | undefined,
): Authorization | undefined {
  return (
    authorization && {
      ...authorization,
      policies: [...authorization.policies].sort(compareTexts),
    }
  );
}

/** Settings in an order that does not depend on the order of the answer. */
export function sortedSettings(settings: Setting[] = []): Setting[] {
  return sortedBy(
    settings,
    setting => setting.name,
    setting => setting.value,
  );
}

/** References in an order that does not depend on the order of the answer. */
export function sortedByReference<T>(
  items: Iterable<T>,
  referenceOf: (item: T) => ObjectReference,
  ...further: ((item: T) => string | undefined)[]
): T[] {
  return sortedBy(
    items,
    item => referenceOf(item).kind,
    item => referenceOf(item).namespace,
    item => referenceOf(item).name,
    item => referenceOf(item).group,
    ...further,
  );
}
