import type { Entity } from '@backstage/catalog-model';
import {
  type BrokerDetails,
  type EventConsumer,
  eventMeshAnnotations,
  type EventTypeDetails,
  KUBERNETES_ID,
} from 'backstage-plugin-knative-event-mesh-common';

/** A consumer that certainly receives the event type and is linked. */
export function makeConsumer(
  overrides: Partial<EventConsumer> = {},
): EventConsumer {
  return {
    trigger: {
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
    consumers,
    relatedConsumers: consumers.flatMap(({ link }) => link.components),
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

/** The Component entity of the broker `payments/default`. */
export function brokerEntity(overrides: Partial<BrokerDetails> = {}): Entity {
  const eventMesh: BrokerDetails = {
    brokerClass: 'MTChannelBasedBroker',
    triggers: [],
    findings: [],
    ...overrides,
  };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'default-broker',
      namespace: 'payments',
      annotations: { [eventMeshAnnotations.kind]: 'Broker' },
    },
    spec: { type: 'broker', eventMesh } as unknown as Entity['spec'],
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
