import { createHash } from 'node:crypto';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  EventMeshRole,
  MeshLink,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import type { ProviderConfig } from '../config';

const MAXIMUM_LENGTH = 63;
const HASH_LENGTH = 8;
const ENTITY_NAME = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/;
const ENTITY_NAMESPACE = /^[a-z0-9]+(-+[a-z0-9]+)*$/;

/** API group of Brokers, Triggers and EventTypes. */
export const EVENTING_GROUP = 'eventing.knative.dev';
/** API group of Channels and Subscriptions. */
export const MESSAGING_GROUP = 'messaging.knative.dev';

/** What the upstream plugin has Components for, named like the object alone. */
const UPSTREAMS_ROLES: readonly EventMeshRole[] = [
  'broker',
  'channel',
  'source',
];

const LINK_GROUPS = new Map([
  ['Trigger', EVENTING_GROUP],
  ['Subscription', MESSAGING_GROUP],
]);

/** The settings that names depend on. */
export type EntityNaming = Pick<
  ProviderConfig,
  'environment' | 'entityNamespace' | 'naming'
>;

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

/**
 * A key for lookups by everything that tells an object from others. NUL stands in
 * no text of an answer, as `shape.ts` replaces it.
 */
export function objectKey(object: ObjectReference): string {
  const { group, kind, namespace, name } = object;
  return `${group}\0${kind}\0${namespace}\0${name}`;
}

/** What tells an object from others, without the rest of it. */
export function referenceTo(object: ObjectReference): ObjectReference {
  const { group, kind, namespace, name } = object;
  return { group, kind, namespace, name };
}

/** The object that a link of the mesh names; a Trigger or Subscription often without its group. */
export function linkReference(link: MeshLink): ObjectReference {
  const { group, kind, namespace, name } = link;
  return {
    group: group ?? (LINK_GROUPS.get(kind) || ''),
    kind,
    namespace,
    name,
  };
}

/** Ref of the System that stands for an environment. */
export function environmentRef(environment: string): string {
  return `system:default/knative-event-mesh-${environment}`;
}

/** Kind, namespace and name of the API that stands for an event type. */
export function eventTypeName(
  naming: EntityNaming,
  eventType: { namespace: string; name: string },
) {
  const identity = {
    environment: naming.environment,
    group: EVENTING_GROUP,
    kind: 'EventType',
    namespace: eventType.namespace,
    name: eventType.name,
  };
  return {
    kind: 'API',
    namespace: entityNamespace(naming, eventType.namespace),
    name: safeName(eventType.name, identity),
  };
}

/**
 * Kind, namespace and name of the Component that stands for an object. The name
 * holds the Kubernetes kind, because objects of several kinds, and a Component
 * of a user, may share a name; except where it has to be the one that the
 * upstream plugin has given.
 */
export function componentName(
  naming: EntityNaming,
  object: ObjectReference,
  role?: EventMeshRole,
) {
  const { group, kind, namespace, name } = object;
  const { environment } = naming;
  const identity = { environment, group, kind, namespace, name };
  const isUpstreams =
    naming.naming === 'upstream' && role && UPSTREAMS_ROLES.includes(role);
  return {
    kind: 'Component',
    namespace: entityNamespace(naming, namespace),
    name: safeName(
      isUpstreams ? name : `${name}-${kind.toLowerCase()}`,
      identity,
    ),
  };
}

/** Full ref of the API that stands for an event type. */
export function eventTypeRef(
  naming: EntityNaming,
  eventType: { namespace: string; name: string },
): string {
  return stringifyEntityRef(eventTypeName(naming, eventType));
}

/** Full ref of the Component that stands for an object. */
export function componentRef(
  naming: EntityNaming,
  object: ObjectReference,
  role?: EventMeshRole,
): string {
  return stringifyEntityRef(componentName(naming, object, role));
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

function entityNamespace(naming: EntityNaming, namespace: string): string {
  const { environment, entityNamespace: template = '{namespace}' } = naming;
  // As a function, because a text may hold patterns such as $&.
  const wanted = template.replace('{namespace}', () => namespace);
  if (wanted.length <= MAXIMUM_LENGTH && ENTITY_NAMESPACE.test(wanted)) {
    return wanted;
  }
  return withHash(wanted, /[^a-z0-9]+/g, {
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
