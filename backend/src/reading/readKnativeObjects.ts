import type { Omission } from 'backstage-plugin-knative-event-mesh-common';
import { ServiceError } from '../errors';
import type { KubernetesClient } from '../kubernetes/client';
import type { Resource } from '../kubernetes/resource';
import { EVENTING_GROUP, meshKinds, type MeshKind } from '../mesh/knative';
import { accessRule } from './accessRule';
import { unlessForbidden } from './forbidden';
import type { Scope } from './scope';

/** How each of the three kinds is read. */
export type MeshResources = Readonly<Record<MeshKind, Resource>>;

/** The objects of the mesh as Kubernetes gave them. */
export interface KnativeObjects {
  items: Readonly<Record<MeshKind, unknown[]>>;
  /** Namespaces that were left out whole. */
  omitted: Omission[];
}

/** The lists of one namespace, or of all at once. */
interface Place {
  namespace?: string;
  lists: Record<MeshKind, unknown[] | undefined>;
}

/**
 * Lists brokers, event types and triggers, everywhere at once or in each
 * namespace in scope, all in parallel.
 *
 * @throws ServiceError 403 if nothing in scope may be listed
 * @throws KubernetesError if Kubernetes gives no complete answer
 */
export async function readKnativeObjects(
  client: KubernetesClient,
  resources: MeshResources,
  scope: Scope,
): Promise<KnativeObjects> {
  const places = await Promise.all(
    (scope ?? [undefined]).map(namespace =>
      readPlace(client, resources, namespace),
    ),
  );
  const refused = places.filter(place => refusedKinds(place).length > 0);
  if (refused.length === places.length) {
    throw nothingAllowed(refused, resources, scope);
  }
  const read = places.filter(place => !refused.includes(place));
  const itemsOf = (kind: MeshKind) =>
    read.flatMap(({ lists }) => lists[kind] ?? []);
  return {
    items: {
      Broker: itemsOf('Broker'),
      EventType: itemsOf('EventType'),
      Trigger: itemsOf('Trigger'),
    },
    omitted: refused.map(place => omission(place, resources)),
  };
}

async function readPlace(
  client: KubernetesClient,
  resources: MeshResources,
  namespace: string | undefined,
): Promise<Place> {
  const [brokers, eventTypes, triggers] = await Promise.all(
    meshKinds.map(kind =>
      unlessForbidden(client.listObjects(resources[kind], namespace)),
    ),
  );
  return {
    namespace,
    lists: { Broker: brokers, EventType: eventTypes, Trigger: triggers },
  };
}

function refusedKinds({ lists }: Place): MeshKind[] {
  return meshKinds.filter(kind => lists[kind] === undefined);
}

function rule(kinds: readonly MeshKind[], resources: MeshResources): string {
  return accessRule(
    EVENTING_GROUP,
    kinds.map(kind => resources[kind].plural),
  );
}

function omission(place: Place, resources: MeshResources): Omission {
  const kinds = refusedKinds(place);
  const plurals = kinds.map(kind => resources[kind].plural).join(', ');
  return {
    namespace: place.namespace,
    reason: 'forbidden',
    message:
      `The token may not list ${plurals} (${EVENTING_GROUP}) in namespace ${place.namespace}. ` +
      `Add to a Role there:\n${rule(kinds, resources)}`,
  };
}

function nothingAllowed(
  refused: readonly Place[],
  resources: MeshResources,
  scope: Scope,
): ServiceError {
  const kinds = meshKinds.filter(kind =>
    refused.some(({ lists }) => lists[kind] === undefined),
  );
  const plurals = kinds.map(kind => resources[kind].plural).join(', ');
  const [where, role, advice] = scope
    ? [
        `namespace ${scope.join(', ')}`,
        'a Role in each of these namespaces',
        '',
      ]
    : [
        'all namespaces',
        'a ClusterRole',
        '\nOr ask for single namespaces with ?namespace=.',
      ];
  return new ServiceError(
    403,
    'forbidden',
    `The token may not list ${plurals} (${EVENTING_GROUP}) in ${where}. ` +
      `Add to ${role}, and bind it to the token's user:\n${rule(
        kinds,
        resources,
      )}${advice}`,
  );
}
