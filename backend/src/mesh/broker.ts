import type {
  Authorization,
  Readiness,
} from 'backstage-plugin-knative-event-mesh-common';
import { parseAddresses } from './addresses';
import { parseAuthorization } from './authorization';
import {
  parseDeadLetterSinkUri,
  parseDelivery,
  type DeliverySpec,
} from './delivery';
import { statusOf, type UnknownObject } from './guards';
import { parseMetadata, type Metadata } from './metadata';
import { parseOwners, type Owner } from './owners';
import { findCondition } from './readiness';
import { specOf } from './spec';

/** A Broker, as far as the mesh needs it. */
export interface BrokerObject {
  metadata: Metadata;
  owners: Owner[];
  brokerClass?: string;
  /** URLs of the ingress; the first is the one that events are sent to. */
  addresses: string[];
  delivery?: DeliverySpec;
  /** Address of the dead letter sink, as Knative has resolved it. */
  deadLetterSinkUri?: string;
  authorization?: Authorization;
  readiness?: Readiness;
}

const CLASS_ANNOTATION = 'eventing.knative.dev/broker.class';

/**
 * Reads a Broker (v1).
 *
 * @throws MalformedObject
 */
export function parseBroker(object: UnknownObject): BrokerObject {
  const metadata = parseMetadata(object);
  const brokerClass = metadata.annotations[CLASS_ANNOTATION];
  const delivery = parseDelivery(specOf(object), metadata.namespace);
  const deadLetterSinkUri = parseDeadLetterSinkUri(statusOf(object));
  const authorization = parseAuthorization(object);
  const readiness = findCondition(object, 'Ready');
  return {
    metadata,
    owners: parseOwners(object),
    ...(brokerClass ? { brokerClass } : {}),
    addresses: parseAddresses(object),
    ...(delivery ? { delivery } : {}),
    ...(deadLetterSinkUri ? { deadLetterSinkUri } : {}),
    ...(authorization ? { authorization } : {}),
    ...(readiness ? { readiness } : {}),
  };
}
