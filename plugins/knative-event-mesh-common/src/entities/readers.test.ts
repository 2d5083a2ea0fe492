import type { Entity } from '@backstage/catalog-model';
import { eventMeshAnnotations } from './annotations';
import { readBrokerDetails, readEventTypeDetails } from './readers';

function entityOf(kind: string, eventMesh: unknown): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: 'payment-received',
      annotations: { [eventMeshAnnotations.kind]: kind },
    },
    spec: { eventMesh } as Entity['spec'],
  };
}

const consumer = {
  trigger: {
    namespace: 'payments',
    name: 'ledger',
    filter: [{ name: 'type', value: 'com.example.payment' }],
  },
  match: 'yes',
  reasons: [],
  subscriber: { found: 'yes', kubernetesId: 'ledger' },
  link: { state: 'linked', components: ['component:default/ledger'] },
};

describe('readEventTypeDetails', () => {
  it('reads what the catalog module writes', () => {
    const details = readEventTypeDetails(
      entityOf('EventType', {
        type: 'com.example.payment',
        attributes: [{ name: 'type', value: 'x', required: true }],
        provider: {
          reference: {
            group: 'eventing.knative.dev',
            kind: 'Broker',
            namespace: 'payments',
            name: 'default',
          },
          entityRef: 'component:payments/default-broker',
          readiness: { status: 'True', stale: false },
        },
        consumers: [consumer],
        relatedConsumers: ['component:default/ledger'],
        findings: [],
      }),
    );

    expect(details).toMatchObject({
      type: 'com.example.payment',
      relatedConsumers: ['component:default/ledger'],
      provider: { entityRef: 'component:payments/default-broker' },
      consumers: [consumer],
    });
  });

  it('knows nothing of entities that are not event types', () => {
    expect(readEventTypeDetails(entityOf('Broker', {}))).toBeUndefined();
    expect(
      readEventTypeDetails({
        apiVersion: 'v1',
        kind: 'API',
        metadata: { name: 'petstore' },
      }),
    ).toBeUndefined();
    expect(readEventTypeDetails(entityOf('EventType', 'text'))).toBeUndefined();
  });

  it.each([
    ['no lists at all', {}],
    ['lists that are not lists', { consumers: {}, attributes: 'a' }],
    ['items of the wrong shape', { consumers: [null, 1, {}, { trigger: [] }] }],
    ['a provider without a name', { provider: { reference: { kind: 'X' } } }],
  ])('degrades with %s', (_, eventMesh) => {
    expect(readEventTypeDetails(entityOf('EventType', eventMesh))).toEqual({
      type: 'payment-received',
      attributes: [],
      consumers: [],
      relatedConsumers: [],
      findings: [],
    });
  });

  it('calls an unknown verdict undecided and an unknown link not read', () => {
    const details = readEventTypeDetails(
      entityOf('EventType', {
        consumers: [{ ...consumer, match: 'perhaps', link: { state: 'new' } }],
      }),
    );

    expect(details?.consumers[0]).toMatchObject({
      match: 'maybe',
      link: { state: 'notRead', components: [] },
    });
  });
});

describe('readBrokerDetails', () => {
  it('reads triggers with the event types they pass', () => {
    const { trigger, subscriber, link } = consumer;
    const eventType = {
      entityRef: 'api:payments/payment-received',
      type: 'com.example.payment',
      match: 'yes',
      reasons: [],
    };
    const details = readBrokerDetails(
      entityOf('Broker', {
        brokerClass: 'Kafka',
        triggers: [{ trigger, subscriber, link, eventTypes: [eventType, 7] }],
      }),
    );

    expect(details).toMatchObject({
      brokerClass: 'Kafka',
      triggers: [{ trigger, link, eventTypes: [eventType] }],
    });
  });
});
