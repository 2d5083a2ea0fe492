import type {
  ObjectReference,
  Readiness,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  parseDeadLetterSinkUri,
  parseDelivery,
  type DeliverySpec,
} from './delivery';
import {
  objectAt,
  readableObjectAt,
  requiredObjectAt,
  statusOf,
  type UnknownObject,
} from './guards';
import { parseMetadata, type Metadata } from './metadata';
import { parseOwners, type Owner } from './owners';
import { findCondition } from './readiness';
import {
  parseDestination,
  parseReference,
  type DestinationSpec,
} from './references';
import { subscriberResolved, type SubscriberResolved } from './resolved';

/** A Subscription, as far as the mesh needs it. */
export interface SubscriptionObject {
  metadata: Metadata;
  owners: Owner[];
  /** `metadata.generation`: counts the changes of its spec. */
  generation?: number;
  /** Whose events it delivers, all of them. */
  channel: ObjectReference;
  subscriber?: DestinationSpec;
  /** Where the events go that the subscriber answers with. */
  reply?: DestinationSpec;
  delivery?: DeliverySpec;
  /** Address of the dead letter sink, as Knative has resolved it. */
  deadLetterSinkUri?: string;
  /** What the Subscription's own condition says about its subscriber. */
  subscriberResolved: SubscriberResolved;
  readiness?: Readiness;
}

/**
 * Reads a Subscription (v1).
 *
 * @throws MalformedObject
 */
export function parseSubscription(object: UnknownObject): SubscriptionObject {
  const metadata = parseMetadata(object);
  const { namespace } = metadata;
  const spec = requiredObjectAt(object, 'spec');
  const { generation } = requiredObjectAt(object, 'metadata');
  const subscriber = parseDestination(objectAt(spec, 'subscriber'), namespace);
  const reply = parseDestination(objectAt(spec, 'reply'), namespace);
  const delivery = parseDelivery(spec, namespace);
  const deadLetterSinkUri = parseDeadLetterSinkUri(
    readableObjectAt(statusOf(object), 'physicalSubscription') ?? {},
  );
  const readiness = findCondition(object, 'Ready');
  return {
    metadata,
    owners: parseOwners(object),
    ...(typeof generation === 'number' ? { generation } : {}),
    channel: parseReference(requiredObjectAt(spec, 'channel'), namespace),
    ...(subscriber ? { subscriber } : {}),
    ...(reply ? { reply } : {}),
    ...(delivery ? { delivery } : {}),
    ...(deadLetterSinkUri ? { deadLetterSinkUri } : {}),
    // The condition is about channel, reply and dead letter sink, too.
    subscriberResolved: subscriberResolved(
      object,
      subscriber,
      'ReferencesResolved',
      'SubscriberResolveFailed',
    ),
    ...(readiness ? { readiness } : {}),
  };
}
