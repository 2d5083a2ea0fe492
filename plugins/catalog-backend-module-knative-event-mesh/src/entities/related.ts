import type {
  EventConsumer,
  EventProducer,
  EventType,
} from 'backstage-plugin-knative-event-mesh-common';
import { matchingComponents, type LinkContext } from '../links';
import { compareTexts } from './names';
import type { EntityOptions } from './options';

/** Refs of what the catalog relates as consumers of an event type, sorted. */
export function relateConsumers(
  consumers: EventConsumer[],
  options: Pick<EntityOptions, 'relatePossibleConsumers'>,
): string[] {
  return sortedRefs(
    consumers
      .filter(({ match }) => match === 'yes' || options.relatePossibleConsumers)
      .flatMap(({ link }) => link.components),
  );
}

/**
 * The same of a service that names consumers without saying through what, as the
 * upstream one. It counts some that receive nothing, so they are related only on
 * request.
 */
export function trustConsumedBy(
  { consumedBy, namespace }: EventType,
  context: LinkContext,
  options: Pick<EntityOptions, 'trustConsumedBy'>,
): string[] {
  return options.trustConsumedBy
    ? sortedRefs(
        consumedBy.flatMap(id => matchingComponents(id, namespace, context)),
      )
    : [];
}

/** Refs of what certainly sends an event type, sorted. */
export function relateProducers(producers: EventProducer[]): string[] {
  return sortedRefs(
    producers
      .filter(({ match }) => match === 'yes')
      .flatMap(({ entityRef, workloads }) => [
        ...(entityRef ? [entityRef] : []),
        ...workloads.flatMap(({ link }) => link.components),
      ]),
  );
}

function sortedRefs(refs: string[]): string[] {
  return [...new Set(refs)].sort(compareTexts);
}
