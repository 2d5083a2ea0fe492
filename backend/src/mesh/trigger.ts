import type {
  ObjectReference,
  Readiness,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  parseDeadLetterSinkUri,
  parseDelivery,
  type DeliverySpec,
} from './delivery';
import { parseFilters } from './filters';
import {
  isObject,
  objectAt,
  requiredObjectAt,
  requiredTextAt,
  statusOf,
  textAt,
  textsAt,
  type UnknownObject,
} from './guards';
import { parseMetadata, type Metadata } from './metadata';
import { parseOwners, type Owner } from './owners';
import { findCondition } from './readiness';
import {
  parseDestination,
  readReference,
  type DestinationSpec,
} from './references';
import { subscriberResolved, type SubscriberResolved } from './resolved';

/** A Trigger, as far as the mesh needs it. */
export interface TriggerObject {
  metadata: Metadata;
  owners: Owner[];
  broker: { namespace: string; name: string };
  /** `spec.filter.attributes`; absent if there are none. */
  filter?: Record<string, string>;
  /** `spec.filters`; absent if there are none. */
  filters?: unknown[];
  subscriber?: DestinationSpec;
  /** What the Trigger's own condition says about its subscriber. */
  subscriberResolved: SubscriberResolved;
  delivery?: DeliverySpec;
  /** Address of the dead letter sink, as Knative has resolved it. */
  deadLetterSinkUri?: string;
  /** The source that must be ready before the trigger is. */
  dependency?: ObjectReference;
  readiness?: Readiness;
}

const DEPENDENCY_ANNOTATION = 'knative.dev/dependency';

/**
 * Reads a Trigger (v1).
 *
 * @throws MalformedObject
 */
export function parseTrigger(object: UnknownObject): TriggerObject {
  const metadata = parseMetadata(object);
  const spec = requiredObjectAt(object, 'spec');
  const filter = textsAt(objectAt(spec, 'filter') ?? {}, 'attributes');
  const filters = parseFilters(spec);
  const subscriber = parseDestination(
    objectAt(spec, 'subscriber'),
    metadata.namespace,
  );
  const delivery = parseDelivery(spec, metadata.namespace);
  const deadLetterSinkUri = parseDeadLetterSinkUri(statusOf(object));
  const dependency = parseDependency(metadata);
  const readiness = findCondition(object, 'Ready');
  return {
    metadata,
    owners: parseOwners(object),
    broker: parseBrokerLink(spec, metadata.namespace),
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(filters.length > 0 ? { filters } : {}),
    ...(subscriber ? { subscriber } : {}),
    subscriberResolved: subscriberResolved(
      object,
      subscriber,
      'SubscriberResolved',
    ),
    ...(delivery ? { delivery } : {}),
    ...(deadLetterSinkUri ? { deadLetterSinkUri } : {}),
    ...(dependency ? { dependency } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

/** `brokerRef` goes before `broker` (knative.md 3.1, "Reader rule"). */
function parseBrokerLink(
  spec: UnknownObject,
  holderNamespace: string,
): TriggerObject['broker'] {
  const reference = objectAt(spec, 'brokerRef');
  return reference
    ? {
        namespace: textAt(reference, 'namespace') ?? holderNamespace,
        name: requiredTextAt(reference, 'name'),
      }
    : { namespace: holderNamespace, name: requiredTextAt(spec, 'broker') };
}

/** Knative looks it up in the Trigger's own namespace, whatever is written. */
function parseDependency({
  annotations,
  namespace,
}: Metadata): ObjectReference | undefined {
  const text = annotations[DEPENDENCY_ANNOTATION];
  if (!text) {
    return undefined;
  }
  const reference = readReference(parseJsonObject(text), namespace);
  return reference && { ...reference, namespace };
}

/** What somebody has written into an annotation does not make the object malformed. */
function parseJsonObject(text: string): UnknownObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
