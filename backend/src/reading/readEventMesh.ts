import type {
  EventMesh,
  Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import { ServiceError } from '../errors';
import type { KubernetesClient } from '../kubernetes/client';
import type { Discovery } from '../kubernetes/discovery';
import { parseBroker } from '../mesh/broker';
import { buildEventMesh } from '../mesh/buildEventMesh';
import { parseEventType } from '../mesh/eventType';
import { EVENTING_GROUP, meshKinds, type MeshKind } from '../mesh/knative';
import { parseObjects } from '../mesh/parseObjects';
import { parseTrigger } from '../mesh/trigger';
import { readKnativeObjects, type MeshResources } from './readKnativeObjects';
import { readSubscribers } from './readSubscribers';
import { brokersAreRead, type Scope } from './scope';

/**
 * Versions in the order in which they are asked for. EventTypes are stored as
 * v1beta2; other versions go through Knative's webhook, which may be down, and
 * say less (knative.md 1.1 and 1.2).
 */
const preferredVersions: Readonly<Record<MeshKind, readonly string[]>> = {
  Broker: ['v1'],
  EventType: ['v1beta2', 'v1', 'v1beta3', 'v1beta1'],
  Trigger: ['v1'],
};

/** Kinds that this version of the service knows of, but does not read. */
const unsupported = [
  { group: 'messaging.knative.dev', category: 'channel' },
  { group: 'sources.knative.dev', category: 'sources' },
];

/**
 * Reads the event mesh.
 *
 * @param serviceVersion - the version that the answer states
 * @throws ServiceError if something is not installed or not allowed
 * @throws KubernetesError if Kubernetes gives no complete answer
 */
export async function readEventMesh(
  client: KubernetesClient,
  discovery: Discovery,
  options: { scope: Scope; serviceVersion: string },
): Promise<EventMesh> {
  const { scope, serviceVersion } = options;
  const resources = await findMeshResources(discovery);
  const { items, omitted } = await readKnativeObjects(client, resources, scope);

  const brokers = parseObjects('Broker', items.Broker, parseBroker);
  const eventTypes = parseObjects('EventType', items.EventType, parseEventType);
  const triggers = parseObjects('Trigger', items.Trigger, parseTrigger);

  const subscribers = await readSubscribers(
    client,
    discovery,
    triggers.objects.flatMap(({ subscriber }) => subscriber?.reference ?? []),
    scope,
  );
  return buildEventMesh({
    serviceVersion,
    brokers: brokers.objects,
    eventTypes: eventTypes.objects,
    triggers: triggers.objects,
    findSubscriber: subscribers.find,
    isRead: brokersAreRead(scope, omitted, brokers.findings),
    findings: [brokers, eventTypes, triggers].flatMap(
      ({ findings }) => findings,
    ),
    omitted: [
      ...omitted,
      ...subscribers.omitted,
      ...(await findUnsupported(discovery)),
    ],
  });
}

async function findMeshResources(discovery: Discovery): Promise<MeshResources> {
  const find = async (kind: MeshKind) => {
    const preferred = preferredVersions[kind];
    return discovery.findKind(EVENTING_GROUP, kind, preferred);
  };
  const [Broker, EventType, Trigger] = await Promise.all(meshKinds.map(find));
  if (!Broker || !EventType || !Trigger) {
    const found = { Broker, EventType, Trigger };
    const missing = meshKinds.filter(kind => !found[kind]).join(', ');
    throw new ServiceError(
      424,
      'notInstalled',
      `This cluster does not have ${missing} (${EVENTING_GROUP}). Install Knative Eventing, or ask the cluster that has it.`,
    );
  }
  return { Broker, EventType, Trigger };
}

async function findUnsupported(discovery: Discovery): Promise<Omission[]> {
  const found = await Promise.all(
    unsupported.map(({ group, category }) =>
      discovery.findCategory(group, category),
    ),
  );
  return found.flat().map(({ group, kind }) => ({
    group,
    kind,
    reason: 'unsupported',
    message: `This version of the service does not read ${kind} yet.`,
  }));
}
