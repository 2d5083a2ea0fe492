import type {
  Broker,
  EventMesh,
  EventType,
  Finding,
  Omission,
  Trigger,
} from 'backstage-plugin-knative-event-mesh-common';
import type { BrokerObject } from './broker';
import { prepareConsumers, type TriggerConsumer } from './consumers';
import type { EventTypeObject } from './eventType';
import { groupedBy } from './group';
import { isBroker } from './knative';
import { namespacedKey, sortedBy } from './sort';
import { describeSubscriber, type FindSubscriber } from './subscribers';
import type { TriggerObject } from './trigger';

/** Everything that was read, and what could not be. */
export interface MeshParts {
  serviceVersion: string;
  brokers: readonly BrokerObject[];
  eventTypes: readonly EventTypeObject[];
  triggers: readonly TriggerObject[];
  findSubscriber: FindSubscriber;
  /** Whether all brokers of a namespace were read. */
  isRead: (namespace: string) => boolean;
  findings: readonly Finding[];
  omitted: readonly Omission[];
}

/**
 * Builds the answer. Every list is sorted, so that an unchanged mesh gives the
 * same bytes.
 */
export function buildEventMesh(parts: MeshParts): EventMesh {
  const triggers = sorted(parts.triggers);
  const findConsumers = prepareConsumers(parts.brokers, triggers, parts.isRead);
  const subscriberOf = new Map(
    triggers.map(trigger => [
      trigger,
      describeSubscriber(trigger, parts.findSubscriber),
    ]),
  );
  const idsOf = (consumers: readonly TriggerConsumer[]) =>
    consumers
      .filter(({ match }) => match === 'yes')
      .flatMap(({ trigger }) => subscriberOf.get(trigger)?.kubernetesId ?? []);

  return {
    serviceVersion: parts.serviceVersion,
    eventTypes: sorted(parts.eventTypes).map(eventType => {
      const consumers = findConsumers(eventType);
      return describeEventType(eventType, idsOf(consumers ?? []), consumers);
    }),
    brokers: describeBrokers(parts.brokers, parts.eventTypes),
    subscribables: [],
    sources: [],
    triggers: triggers.map(trigger =>
      describeTrigger(trigger, subscriberOf.get(trigger)),
    ),
    findings: sortedBy(
      parts.findings,
      ({ code }) => code,
      ({ object }) => object.kind,
      ({ object }) => object.namespace,
      ({ object }) => object.name,
      ({ message }) => message,
    ),
    omitted: sortedBy(
      parts.omitted,
      ({ group }) => group,
      ({ kind }) => kind,
      ({ namespace }) => namespace,
    ),
  };
}

function describeEventType(
  { metadata, attributes, readiness, ...spec }: EventTypeObject,
  kubernetesIds: string[],
  consumers: TriggerConsumer[] | undefined,
): EventType {
  return {
    ...metadata,
    ...spec,
    consumedBy: sortedBy([...new Set(kubernetesIds)], id => id),
    attributes,
    ...(consumers
      ? { consumers: consumers.map(({ trigger, ...consumer }) => consumer) }
      : {}),
    ...(readiness ? { readiness } : {}),
  };
}

function describeBrokers(
  brokers: readonly BrokerObject[],
  eventTypes: readonly EventTypeObject[],
): Broker[] {
  const provided = groupedBy(
    eventTypes.flatMap(({ reference, metadata }) =>
      isBroker(reference)
        ? [{ broker: namespacedKey(reference), key: namespacedKey(metadata) }]
        : [],
    ),
    ({ broker }) => broker,
  );
  return sorted(brokers).map(({ metadata, ...broker }) => ({
    ...metadata,
    providedEventTypes: sortedBy(
      (provided.get(namespacedKey(metadata)) ?? []).map(({ key }) => key),
      key => key,
    ),
    ...broker,
  }));
}

function describeTrigger(
  { metadata, broker, filter, filters, readiness }: TriggerObject,
  subscriber: Trigger['subscriber'],
): Trigger {
  return {
    ...metadata,
    broker,
    ...(filter ? { filter } : {}),
    ...(filters ? { filters } : {}),
    ...(subscriber ? { subscriber } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

function sorted<T extends { metadata: { namespace: string; name: string } }>(
  objects: readonly T[],
): T[] {
  return sortedBy(
    objects,
    ({ metadata }) => metadata.namespace,
    ({ metadata }) => metadata.name,
  );
}
