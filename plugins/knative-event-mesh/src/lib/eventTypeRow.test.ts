import {
  brokerEntity,
  eventTypeEntity,
  received,
} from '../__testUtils__/entities';
import { eventTypeRowOf } from './eventTypeRow';

describe('eventTypeRowOf', () => {
  it('tells what a list shows, the description without the type that ends it', () => {
    const entity = eventTypeEntity(received, [], {
      consumerCounts: { yes: 2, maybe: 1 },
      readiness: { status: 'True', stale: false },
    });
    entity.metadata.description =
      'A payment\nwas received.\n\nEvent type com.example.payment.received';
    entity.metadata.annotations!['knative-event-mesh/environment'] = 'demo';
    entity.spec!.owner = 'group:default/payments';

    expect(eventTypeRowOf(entity)).toEqual([
      {
        id: 'api:payments/payment-received',
        type: 'com.example.payment.received',
        description: 'A payment was received.',
        environment: 'demo',
        namespace: 'payments',
        provider: expect.objectContaining({
          entityRef: 'component:payments/default-broker',
        }),
        consumerCounts: { yes: 2, maybe: 1 },
        readiness: { status: 'True', stale: false },
        owner: 'group:default/payments',
      },
    ]);
  });

  it('does without what a plain entity does not have, and without other entities', () => {
    const plain = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: {
        name: 'paid',
        annotations: { 'knative-event-mesh/kind': 'EventType' },
      },
      spec: { eventMesh: {} },
    };

    expect(eventTypeRowOf(plain)).toMatchObject([
      {
        id: 'api:default/paid',
        type: 'paid',
        description: '',
        environment: '',
        namespace: 'default',
        owner: '',
      },
    ]);
    expect(eventTypeRowOf(brokerEntity())).toEqual([]);
  });
});
