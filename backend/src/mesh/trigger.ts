import type { Readiness } from 'backstage-plugin-knative-event-mesh-common';
import {
  listAt,
  objectAt,
  requiredObjectAt,
  requiredTextAt,
  textAt,
  textsAt,
  type UnknownObject,
} from './guards';
import { parseMetadata, type Metadata } from './metadata';
import { findCondition } from './readiness';
import { parseDestination, type Destination } from './references';

/** A Trigger, as far as the mesh needs it. */
export interface TriggerObject {
  metadata: Metadata;
  broker: { namespace: string; name: string };
  /** `spec.filter.attributes`; absent if there are none. */
  filter?: Record<string, string>;
  /** `spec.filters`; absent if there are none. */
  filters?: unknown[];
  subscriber?: Destination;
  /** What the Trigger's own condition says about its subscriber. */
  subscriberResolved: 'yes' | 'no' | 'unknown';
  readiness?: Readiness;
}

/**
 * Reads a Trigger (v1).
 *
 * @throws MalformedObject
 */
export function parseTrigger(object: UnknownObject): TriggerObject {
  const metadata = parseMetadata(object);
  const spec = requiredObjectAt(object, 'spec');
  const filter = textsAt(objectAt(spec, 'filter') ?? {}, 'attributes');
  const filters = listAt(spec, 'filters');
  const subscriber = parseDestination(
    objectAt(spec, 'subscriber'),
    metadata.namespace,
  );
  const readiness = findCondition(object, 'Ready');
  return {
    metadata,
    broker: parseBrokerLink(spec, metadata.namespace),
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(filters.length > 0 ? { filters } : {}),
    ...(subscriber ? { subscriber } : {}),
    subscriberResolved: subscriberResolved(object, subscriber),
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

/**
 * `False` also stands for objects that exist but have no address, so that the
 * object is missing is only taken from Kubernetes' own words for that.
 */
function subscriberResolved(
  object: UnknownObject,
  subscriber: Destination | undefined,
): TriggerObject['subscriberResolved'] {
  const condition = findCondition(object, 'SubscriberResolved');
  if (!condition || condition.stale || !subscriber?.reference) {
    return 'unknown';
  }
  if (condition.status === 'True') {
    return 'yes';
  }
  const notFound = `"${subscriber.reference.name}" not found`;
  return condition.status === 'False' && condition.message?.includes(notFound)
    ? 'no'
    : 'unknown';
}
