import { createHash } from 'node:crypto';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';

const MAXIMUM_LENGTH = 63;
const HASH_LENGTH = 8;
const ENTITY_NAME = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/;
const ENTITY_NAMESPACE = /^[a-z0-9]+(-+[a-z0-9]+)*$/;

/** API group of Brokers, Triggers and EventTypes. */
export const EVENTING_GROUP = 'eventing.knative.dev';

/** What identifies an object across environments; the entity ref does not. */
export interface ObjectIdentity extends ObjectReference {
  environment: string;
}

/** Orders texts by code unit, which is the same everywhere. */
export function compareTexts(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

/** A copy of a list, sorted by the given texts, the first of them first. */
export function sortedBy<T>(
  items: Iterable<T>,
  ...keys: ((item: T) => string | undefined)[]
): T[] {
  return [...items].sort((left, right) => {
    for (const key of keys) {
      const order = compareTexts(key(left) ?? '', key(right) ?? '');
      if (order !== 0) {
        return order;
      }
    }
    return 0;
  });
}

/** A key for lookups by Kubernetes namespace and name. */
export function namespacedName(object: {
  namespace: string;
  name: string;
}): string {
  return `${object.namespace}/${object.name}`;
}

/** Ref of the System that stands for an environment. */
export function environmentRef(environment: string): string {
  return `system:default/knative-event-mesh-${environment}`;
}

/** Kind, namespace and name of the API that stands for an event type. */
export function eventTypeName(
  environment: string,
  eventType: { namespace: string; name: string },
) {
  const identity = {
    environment,
    group: EVENTING_GROUP,
    kind: 'EventType',
    namespace: eventType.namespace,
    name: eventType.name,
  };
  return {
    kind: 'API',
    namespace: entityNamespace(identity),
    name: safeName(eventType.name, identity),
  };
}

/**
 * Kind, namespace and name of the Component that stands for an object. The name
 * holds the Kubernetes kind, because objects of several kinds, and a Component
 * of a user, may share a name.
 */
export function componentName(
  environment: string,
  object: { group: string; kind: string; namespace: string; name: string },
) {
  const { group, kind, namespace, name } = object;
  const identity = { environment, group, kind, namespace, name };
  return {
    kind: 'Component',
    namespace: entityNamespace(identity),
    name: safeName(`${name}-${kind.toLowerCase()}`, identity),
  };
}

/** Full ref of the API that stands for an event type. */
export function eventTypeRef(
  environment: string,
  eventType: { namespace: string; name: string },
): string {
  return stringifyEntityRef(eventTypeName(environment, eventType));
}

/** Full ref of the Component that stands for a broker. */
export function brokerRef(
  environment: string,
  broker: { namespace: string; name: string },
): string {
  return stringifyEntityRef(
    componentName(environment, {
      group: EVENTING_GROUP,
      kind: 'Broker',
      namespace: broker.namespace,
      name: broker.name,
    }),
  );
}

/**
 * The wanted name if it is a legal one, else a shortened and cleaned form with
 * a hash of the identity. Upper case counts as illegal: the catalog holds names
 * that differ only in case for the same.
 */
export function safeName(
  wanted: string,
  identity: ObjectIdentity,
  maximumLength = MAXIMUM_LENGTH,
): string {
  if (wanted.length <= maximumLength && ENTITY_NAME.test(wanted)) {
    return wanted;
  }
  return withHash(wanted, /[^a-z0-9._-]+/g, identity);
}

function entityNamespace(identity: ObjectIdentity): string {
  const { environment, namespace } = identity;
  if (namespace.length <= MAXIMUM_LENGTH && ENTITY_NAMESPACE.test(namespace)) {
    return namespace;
  }
  return withHash(namespace, /[^a-z0-9]+/g, {
    environment,
    group: '',
    kind: 'Namespace',
    namespace: '',
    name: namespace,
  });
}

function withHash(
  wanted: string,
  illegal: RegExp,
  identity: ObjectIdentity,
): string {
  const { environment, group, kind, namespace, name } = identity;
  const hash = createHash('sha256')
    .update(JSON.stringify([environment, group, kind, namespace, name]))
    .digest('hex')
    .slice(0, HASH_LENGTH);
  const readable = wanted
    .toLowerCase()
    .replace(illegal, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, MAXIMUM_LENGTH - HASH_LENGTH - 1)
    .replace(/[^a-z0-9]+$/, '');
  return readable ? `${readable}-${hash}` : hash;
}
