import { measureProcessor } from './measureProcessor';

describe('measureProcessor', () => {
  it('finds what has relations dearer than what is not ours', async () => {
    const component = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'fraud-detector' },
    };
    const api = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: {
        name: 'payment-received',
        annotations: {
          'backstage.io/managed-by-origin-location': 'knative-event-mesh:bench',
          'knative-event-mesh/role': 'eventType',
        },
      },
      spec: {
        eventMesh: {
          type: 'com.example.payment.received',
          relatedConsumers: Array.from(
            { length: 20 },
            (_, index) => `component:default/consumer-${index}`,
          ),
        },
      },
    };

    const { ownMicroseconds, otherMicroseconds } = await measureProcessor(
      [api],
      [component],
    );

    expect(otherMicroseconds).toBeGreaterThan(0);
    expect(ownMicroseconds).toBeGreaterThan(2 * otherMicroseconds);
  });
});
