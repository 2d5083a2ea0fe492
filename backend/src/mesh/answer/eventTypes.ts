import type {
  AttributeDeclaration,
  EventType,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import type { FindConsumers, FoundConsumer } from '../consumers';
import type { EventTypeObject } from '../eventType';
import type { KnownObjects } from '../knownObjects';
import { overriddenAttributes } from '../overrides';
import type { FindProducers } from '../producers';
import type { FindProvision } from '../provision';
import { referenceKey } from '../references';
import { sortedBy } from '../sort';
import type { ReadySource } from '../prepareSources';

/** What event types are described with. */
export interface EventTypeContext {
  known: KnownObjects;
  sources: readonly ReadySource[];
  findProvision: FindProvision;
  findConsumers: FindConsumers;
  findProducers: FindProducers;
}

/** An event type with what its events are sent to. */
export interface DescribedEventType {
  answer: EventType;
  provider?: ObjectReference;
}

/** Describes event types: who sends them, and who receives them. */
export function describeEventTypes(
  eventTypes: readonly EventTypeObject[],
  context: EventTypeContext,
): DescribedEventType[] {
  const attributesOf = prepareAttributes(context);
  return eventTypes.map(eventType => {
    const { metadata, owners, attributes: _, readiness, ...spec } = eventType;
    const provision = context.findProvision(eventType);
    const { provider } = provision;
    const attributes = attributesOf(eventType);
    const consumers = provider && context.findConsumers(provider, attributes);
    const producers = context.findProducers(eventType, provision);
    const isElsewhere =
      provider &&
      spec.reference &&
      referenceKey(provider) !== referenceKey(spec.reference);
    return {
      ...(provider ? { provider } : {}),
      answer: {
        ...metadata,
        ...spec,
        ...(isElsewhere ? { provider } : {}),
        origin: originOf(eventType, context.known),
        ...(producers.length > 0 ? { producers } : {}),
        consumedBy: certainIds(consumers ?? []),
        attributes,
        ...(consumers
          ? { consumers: consumers.map(({ consumer }) => consumer) }
          : {}),
        ...(readiness ? { readiness } : {}),
      },
    };
  });
}

function prepareAttributes({
  sources,
}: EventTypeContext): (eventType: EventTypeObject) => AttributeDeclaration[] {
  const overridesOfUid = new Map(
    sources
      .filter(({ source }) => source.ceOverrides.length > 0)
      .map(({ source }) => [source.metadata.uid, source.ceOverrides]),
  );
  return ({ attributes, owners }) => {
    const overrides = owners.flatMap(({ controller, uid }) =>
      controller ? overridesOfUid.get(uid) ?? [] : [],
    );
    return overriddenAttributes(attributes, overrides);
  };
}

/** Told by the owners (knative.md 5). */
function originOf(
  { owners }: EventTypeObject,
  known: KnownObjects,
): EventType['origin'] {
  const owner = owners.find(({ uid }) => known.withUid(uid) !== undefined);
  if (!owner) {
    return 'declared';
  }
  return owner.controller ? 'source' : 'observed';
}

function certainIds(consumers: readonly FoundConsumer[]): string[] {
  const ids = consumers.flatMap(({ consumer, kubernetesId }) =>
    consumer.match === 'yes' && kubernetesId ? [kubernetesId] : [],
  );
  return sortedBy([...new Set(ids)], id => id);
}
