import type {
  Broker,
  EventMesh,
  EventType,
  Finding,
  Trigger,
} from 'backstage-plugin-knative-event-mesh-common';
import { eventSchema } from './eventSchema';

const eventing = 'eventing.knative.dev';
const readySince = '2026-11-01T08:00:00Z';

/** So many event types are in the catalog for each broker. */
const entitiesPerBroker = 20;
const triggersPerBroker = 10;
const namespacesPerHundredEntities = 1;

/** How much of each kind a mesh contains. */
export interface MeshSize {
  namespaces: number;
  brokers: number;
  eventTypes: number;
  triggers: number;
  /** Services that receive events, each from some triggers. */
  subscribers: number;
}

/**
 * How much of each kind makes so many entities, the one of the environment
 * included.
 */
export function meshSize(entities: number): MeshSize {
  const brokers = Math.ceil(entities / entitiesPerBroker);
  return {
    namespaces: Math.ceil((entities / 100) * namespacesPerHundredEntities),
    brokers,
    eventTypes: entities - 1 - brokers,
    triggers: brokers * triggersPerBroker,
    subscribers: Math.ceil(entities / 10),
  };
}

/**
 * The answer of the service for a mesh of so many entities, always the same.
 *
 * @param revision - stands in the description of the first event type, and
 * nowhere else
 */
export function meshDocument(entities: number, revision = 0): EventMesh {
  const size = meshSize(entities);
  const indexes = (count: number) =>
    Array.from({ length: count }, (_, index) => index);
  const triggers = indexes(size.triggers).map(index => trigger(size, index));
  const eventTypes = indexes(size.eventTypes).map(index =>
    eventType(size, index, index === 0 ? revision : 0),
  );
  return {
    serviceVersion: '0.1.0',
    eventTypes,
    brokers: indexes(size.brokers).map(index =>
      broker(size, index, eventTypes),
    ),
    subscribables: [],
    sources: [],
    triggers,
    subscriptions: [],
    sinks: [],
    flows: [],
    policies: [],
    findings: triggers.filter((_, index) => index % 10 === 3).map(finding),
    omitted: [],
  };
}

/** `backstage.io/kubernetes-id` of a subscriber; one of four has none. */
export function kubernetesIdOf(subscriber: number): string | undefined {
  return subscriber % 4 === 3 ? undefined : `subscriber-${subscriber}`;
}

function brokerName(size: MeshSize, index: number) {
  const number = index % size.brokers;
  return {
    namespace: `bench-${number % size.namespaces}`,
    name: `broker-${number}`,
  };
}

function typeName(index: number): string {
  return `com.example.bench.type-${index}.changed`;
}

function metadata(kind: string, index: number) {
  return {
    uid: `${kind}-0000-4000-8000-${String(index).padStart(12, '0')}`,
    labels: {
      'app.kubernetes.io/name': `${kind}-${index}`,
      'app.kubernetes.io/part-of': 'bench',
    },
    annotations: { 'example.com/changed-by': 'pipeline' },
    readiness: { status: 'True' as const, since: readySince, stale: false },
  };
}

function broker(
  size: MeshSize,
  index: number,
  eventTypes: readonly EventType[],
): Broker {
  const { namespace, name } = brokerName(size, index);
  return {
    ...metadata('broker', index),
    namespace,
    name,
    providedEventTypes: eventTypes
      .filter((_, number) => number % size.brokers === index)
      .map(provided => `${provided.namespace}/${provided.name}`)
      .sort(),
    brokerClass: 'MTChannelBasedBroker',
    address: `http://broker-ingress.knative-eventing.svc.cluster.local/${namespace}/${name}`,
  };
}

function eventType(size: MeshSize, index: number, revision: number): EventType {
  const { namespace, name } = brokerName(size, index);
  const receiving = triggersOf(size, index);
  return {
    ...metadata('type', index),
    namespace,
    name: `type-${index}-changed`,
    type: typeName(index),
    description: `What event type ${index} tells, when it is sent and what to do with it. Revision ${revision}`,
    schemaData: eventSchema(index),
    reference: { group: eventing, kind: 'Broker', namespace, name },
    attributes: [
      { name: 'source', value: `/bench/source-${index}`, required: true },
      { name: 'subject', required: false },
      { name: 'type', value: typeName(index), required: true },
    ],
    consumedBy: [
      ...new Set(
        receiving.flatMap(
          number => kubernetesIdOf(subscriberOf(size, number)) ?? [],
        ),
      ),
    ].sort(),
    consumers: receiving.map(number => ({
      via: { kind: 'Trigger', namespace, name: `trigger-${number}` },
      match: 'yes',
      reasons: [],
    })),
  };
}

/**
 * The first trigger of a broker passes everything, and each other one type of
 * its own.
 */
function triggersOf(size: MeshSize, eventTypeIndex: number): number[] {
  const own = eventTypeIndex + size.brokers;
  return [eventTypeIndex % size.brokers, ...(own < size.triggers ? [own] : [])];
}

function subscriberOf(size: MeshSize, triggerIndex: number): number {
  return triggerIndex % size.subscribers;
}

function trigger(size: MeshSize, index: number): Trigger {
  const { namespace, name } = brokerName(size, index);
  const subscriber = subscriberOf(size, index);
  const service = `subscriber-${subscriber}`;
  return {
    ...metadata('trigger', index),
    namespace,
    name: `trigger-${index}`,
    broker: { namespace, name },
    ...(index >= size.brokers && {
      filter: { type: typeName(index - size.brokers) },
    }),
    subscriber: {
      reference: { group: '', kind: 'Service', namespace, name: service },
      kubernetesId: kubernetesIdOf(subscriber),
      labels: { 'app.kubernetes.io/name': service },
      found: 'yes',
    },
  };
}

function finding({ namespace, name }: Trigger): Finding {
  return {
    code: 'noDeadLetterSink',
    severity: 'warning',
    object: { group: eventing, kind: 'Trigger', namespace, name },
    message: 'Events that cannot be delivered are lost.',
    action: 'Set spec.delivery.deadLetterSink of the Trigger or its Broker.',
  };
}
