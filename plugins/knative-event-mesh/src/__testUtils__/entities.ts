import type { Entity } from '@backstage/catalog-model';
import {
  type BrokerDetails,
  type ChannelDetails,
  type EnvironmentDetails,
  type EventConsumer,
  type EventMeshRole,
  eventMeshAnnotations,
  type EventTypeDetails,
  type FlowDetails,
  KUBERNETES_ID,
  type LinkedDestination,
  type SinkDetails,
  type SourceDetails,
} from 'backstage-plugin-knative-event-mesh-common';

/** The event type that most tests are about. */
export const received = {
  name: 'payment-received',
  type: 'com.example.payment.received',
};

/** A consumer that certainly receives the event type and is linked. */
export function makeConsumer(
  overrides: Partial<EventConsumer> = {},
): EventConsumer {
  return {
    via: {
      kind: 'Trigger',
      namespace: 'payments',
      name: 'to-ledger',
      filter: [{ name: 'type', value: 'com.example.payment.received' }],
    },
    match: 'yes',
    reasons: [],
    subscriber: {
      reference: {
        group: '',
        kind: 'Service',
        namespace: 'payments',
        name: 'ledger',
      },
      kubernetesId: 'ledger',
      found: 'yes',
    },
    link: { state: 'linked', components: ['component:default/ledger'] },
    ...overrides,
  };
}

/** The API entity of an event type of the broker `payments/default`. */
export function eventTypeEntity(
  { name, type }: { name: string; type: string },
  consumers: EventConsumer[],
  overrides: Partial<EventTypeDetails> = {},
): Entity {
  const eventMesh: EventTypeDetails = {
    type,
    attributes: [{ name: 'type', value: type, required: true }],
    provider: {
      reference: {
        group: 'eventing.knative.dev',
        kind: 'Broker',
        namespace: 'payments',
        name: 'default',
      },
      entityRef: 'component:payments/default-broker',
      brokerClass: 'MTChannelBasedBroker',
      readiness: { status: 'True', stale: false },
    },
    producers: [],
    consumers,
    relatedConsumers: consumers.flatMap(({ link }) => link.components),
    relatedProducers: [],
    findings: [],
    ...overrides,
  };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name,
      namespace: 'payments',
      annotations: { [eventMeshAnnotations.kind]: 'EventType' },
    },
    spec: { type: 'asyncapi', eventMesh } as unknown as Entity['spec'],
  };
}

/** The Component entity of an object in the namespace `payments`. */
function meshEntity(
  role: EventMeshRole,
  object: { group: string; kind: string; name: string },
  eventMesh: object,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `${object.name}-${object.kind.toLowerCase()}`,
      namespace: 'payments',
      annotations: {
        [eventMeshAnnotations.role]: role,
        [eventMeshAnnotations.group]: object.group,
        [eventMeshAnnotations.kind]: object.kind,
        [eventMeshAnnotations.namespace]: 'payments',
        [eventMeshAnnotations.name]: object.name,
      },
    },
    spec: { type: role, eventMesh } as unknown as Entity['spec'],
  };
}

/** The Component entity of the broker `payments/default`. */
export function brokerEntity(overrides: Partial<BrokerDetails> = {}): Entity {
  const eventMesh: BrokerDetails = {
    brokerClass: 'MTChannelBasedBroker',
    address: 'http://broker-ingress.knative-eventing.svc/payments/default',
    triggers: [],
    senders: [],
    findings: [],
    ...overrides,
  };
  return meshEntity(
    'broker',
    { group: 'eventing.knative.dev', kind: 'Broker', name: 'default' },
    eventMesh,
  );
}

/** The Component entity of the channel `payments/orders`. */
export function channelEntity(overrides: Partial<ChannelDetails> = {}): Entity {
  const eventMesh: ChannelDetails = {
    subscriptions: [],
    senders: [],
    findings: [],
    ...overrides,
  };
  return meshEntity(
    'channel',
    { group: 'messaging.knative.dev', kind: 'Channel', name: 'orders' },
    eventMesh,
  );
}

/** The Component entity of the source `payments/nightly`. */
export function sourceEntity(
  overrides: Partial<SourceDetails> = {},
  kind = 'PingSource',
): Entity {
  const eventMesh: SourceDetails = {
    emissions: [],
    mayEmitOthers: false,
    ceOverrides: [],
    workloads: [],
    settings: [],
    findings: [],
    ...overrides,
  };
  return meshEntity(
    'source',
    { group: 'sources.knative.dev', kind, name: 'nightly' },
    eventMesh,
  );
}

/** The Component entity of the JobSink `payments/archive`. */
export function sinkEntity(overrides: Partial<SinkDetails> = {}): Entity {
  const eventMesh: SinkDetails = {
    settings: [],
    senders: [],
    findings: [],
    ...overrides,
  };
  return meshEntity(
    'sink',
    { group: 'sinks.knative.dev', kind: 'JobSink', name: 'archive' },
    eventMesh,
  );
}

/** The Component entity of the flow `payments/settlement`. */
export function flowEntity(
  kind: 'Sequence' | 'Parallel' | 'EventTransform' | 'RequestReply',
  overrides: Partial<FlowDetails> = {},
): Entity {
  const eventMesh: FlowDetails = {
    steps: [],
    senders: [],
    findings: [],
    ...overrides,
  };
  return meshEntity(
    'flow',
    { group: 'flows.knative.dev', kind, name: 'settlement' },
    eventMesh,
  );
}

/** The System entity of the environment `demo`. */
export function environmentEntity(
  overrides: Partial<EnvironmentDetails> = {},
): Entity {
  const eventMesh: EnvironmentDetails = {
    environment: 'demo',
    serviceVersion: '0.1.0',
    counts: [
      { kind: 'Broker', count: 3 },
      { kind: 'EventType', count: 16 },
    ],
    policies: [],
    linkCoverage: { linked: 12, total: 30 },
    omitted: [],
    doubts: [],
    findings: [],
    lastGoodPoll: '2026-11-22T21:00:00Z',
    pollIntervalSeconds: 60,
    ...overrides,
  };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: 'knative-event-mesh-demo',
      annotations: {
        [eventMeshAnnotations.environment]: 'demo',
        [eventMeshAnnotations.role]: 'environment',
      },
    },
    spec: { type: 'event-mesh', eventMesh } as unknown as Entity['spec'],
  };
}

/** A Service of the namespace `payments` that is linked to a Component of its name. */
export function linkedService(name: string): LinkedDestination {
  return {
    destination: {
      reference: { group: '', kind: 'Service', namespace: 'payments', name },
      kubernetesId: name,
      found: 'yes',
    },
    link: { state: 'linked', components: [`component:default/${name}`] },
  };
}

/** A Service of the namespace `payments` that the catalog does not know. */
export function unlinkedService(name: string): LinkedDestination {
  return {
    destination: {
      reference: { group: '', kind: 'Service', namespace: 'payments', name },
      found: 'yes',
    },
    link: {
      state: 'noKubernetesId',
      components: [],
      advice: `Add the label backstage.io/kubernetes-id to Service payments/${name}.`,
    },
  };
}

/** A component of the users that a subscriber can be linked to. */
export const ledgerEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'ledger',
    namespace: 'default',
    annotations: { [KUBERNETES_ID]: 'ledger' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
};
