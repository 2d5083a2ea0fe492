import type { Omission } from 'backstage-plugin-knative-event-mesh-common';
import { ServiceError } from '../errors';
import type { KubernetesClient } from '../kubernetes/client';
import type { ListRequest } from '../kubernetes/listRequest';
import type { ReadItems } from '../kubernetes/listReadings';
import { parseBroker, type BrokerObject } from '../mesh/broker';
import { parseEventType, type EventTypeObject } from '../mesh/eventType';
import {
  BROKER,
  EVENT_TYPE,
  EVENTING_GROUP,
  meshKinds,
  TRIGGER,
  type MeshKind,
} from '../mesh/knative';
import { parseObjects, type ParsedObjects } from '../mesh/parseObjects';
import { parseTrigger, type TriggerObject } from '../mesh/trigger';
import { accessRule } from './accessRule';
import type { RequiredKinds } from './findMeshKinds';
import { unlessForbidden } from './forbidden';
import { objectList } from './objectList';
import type { Scope } from './scope';

/** What lists of each kind are read into. */
interface ParsedLists {
  Broker: ParsedObjects<BrokerObject>;
  EventType: ParsedObjects<EventTypeObject>;
  Trigger: ParsedObjects<TriggerObject>;
}

/** The objects without which there is no mesh. */
export interface RequiredObjects {
  brokers: ParsedLists['Broker'];
  eventTypes: ParsedLists['EventType'];
  triggers: ParsedLists['Trigger'];
  /** Namespaces that are left out whole, with everything in them. */
  leftOut: ReadonlySet<string>;
  /** Why they are. */
  omitted: Omission[];
  /** The lists that the objects come from. */
  lists: ListRequest[];
}

/** The lists of one namespace, or of all at once; without those refused. */
interface Place {
  namespace?: string;
  lists: Partial<ParsedLists>;
}

const readers: {
  [K in MeshKind]: ReadItems<ParsedLists[K]>;
} = {
  Broker: items => parseObjects(BROKER, items, parseBroker),
  EventType: items => parseObjects(EVENT_TYPE, items, parseEventType),
  Trigger: items => parseObjects(TRIGGER, items, parseTrigger),
};

/**
 * Lists brokers, event types and triggers, everywhere at once or in each
 * namespace in scope, all in parallel.
 *
 * @throws ServiceError 403 if nothing in scope may be listed
 * @throws KubernetesError if Kubernetes gives no complete answer
 */
export async function readRequiredKinds(
  client: KubernetesClient,
  resources: RequiredKinds,
  scope: Scope,
): Promise<RequiredObjects> {
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
  return {
    brokers: joined(read.map(({ lists }) => lists.Broker)),
    eventTypes: joined(read.map(({ lists }) => lists.EventType)),
    triggers: joined(read.map(({ lists }) => lists.Trigger)),
    leftOut: new Set(refused.flatMap(({ namespace }) => namespace ?? [])),
    omitted: refused.map(place => omission(place, resources)),
    lists: read.flatMap(({ namespace }) =>
      meshKinds.map(kind => objectList(resources[kind], namespace)),
    ),
  };
}

function joined<T>(
  lists: readonly (ParsedObjects<T> | undefined)[],
): ParsedObjects<T> {
  return {
    objects: lists.flatMap(list => list?.objects ?? []),
    findings: lists.flatMap(list => list?.findings ?? []),
  };
}

async function readPlace(
  client: KubernetesClient,
  resources: RequiredKinds,
  namespace: string | undefined,
): Promise<Place> {
  const read = <K extends MeshKind>(kind: K) =>
    unlessForbidden(
      client.list(objectList(resources[kind], namespace), readers[kind]),
    );
  const [brokers, eventTypes, triggers] = await Promise.all([
    read('Broker'),
    read('EventType'),
    read('Trigger'),
  ]);
  return {
    namespace,
    lists: { Broker: brokers, EventType: eventTypes, Trigger: triggers },
  };
}

function refusedKinds({ lists }: Place): MeshKind[] {
  return meshKinds.filter(kind => lists[kind] === undefined);
}

function rule(kinds: readonly MeshKind[], resources: RequiredKinds): string {
  return accessRule(
    EVENTING_GROUP,
    kinds.map(kind => resources[kind].plural),
  );
}

function omission(place: Place, resources: RequiredKinds): Omission {
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
  resources: RequiredKinds,
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
