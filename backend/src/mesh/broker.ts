import type { Readiness } from 'backstage-plugin-knative-event-mesh-common';
import {
  isObject,
  listAt,
  objectAt,
  textAt,
  type UnknownObject,
} from './guards';
import { parseMetadata, type Metadata } from './metadata';
import { findCondition } from './readiness';

/** A Broker, as far as the mesh needs it. */
export interface BrokerObject {
  metadata: Metadata;
  brokerClass?: string;
  /** URL of the ingress. */
  address?: string;
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
  const address = parseAddress(objectAt(object, 'status') ?? {});
  const readiness = findCondition(object, 'Ready');
  return {
    metadata,
    ...(brokerClass ? { brokerClass } : {}),
    ...(address ? { address } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

/** The order in which Knative resolves an Addressable (knative.md 4.1). */
function parseAddress(status: UnknownObject): string | undefined {
  const first = listAt(status, 'addresses').filter(isObject)[0];
  const chosen = first ?? objectAt(status, 'address');
  return chosen && textAt(chosen, 'url');
}
