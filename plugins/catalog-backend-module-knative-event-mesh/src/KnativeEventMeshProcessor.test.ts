import type { Entity } from '@backstage/catalog-model';
import { processingResult } from '@backstage/plugin-catalog-node';
import { KnativeEventMeshProcessor } from './KnativeEventMeshProcessor';

const api: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: {
    namespace: 'payments',
    name: 'payment-received',
    annotations: {
      'backstage.io/managed-by-origin-location': 'knative-event-mesh:dev',
      'knative-event-mesh/role': 'eventType',
    },
  },
  spec: {
    eventMesh: {
      relatedConsumers: ['component:default/a', 'component:risk/b'],
    },
  },
};

async function process(entity: Entity) {
  const emit = jest.fn();
  const location = { type: 'knative-event-mesh', target: 'dev' };
  const result = await new KnativeEventMeshProcessor().postProcessEntity(
    entity,
    location,
    emit,
  );
  expect(result).toBe(entity);
  return emit.mock.calls.map(([emitted]) => emitted);
}

describe('KnativeEventMeshProcessor', () => {
  it('relates an event type with its consumers in both directions', async () => {
    const source = {
      kind: 'API',
      namespace: 'payments',
      name: 'payment-received',
    };
    const a = { kind: 'component', namespace: 'default', name: 'a' };
    const b = { kind: 'component', namespace: 'risk', name: 'b' };
    expect(await process(api)).toEqual([
      processingResult.relation({ source, type: 'apiConsumedBy', target: a }),
      processingResult.relation({
        source: a,
        type: 'consumesApi',
        target: source,
      }),
      processingResult.relation({ source, type: 'apiConsumedBy', target: b }),
      processingResult.relation({
        source: b,
        type: 'consumesApi',
        target: source,
      }),
    ]);
  });

  it('relates what sends it in both directions, besides its broker', async () => {
    const source = {
      kind: 'API',
      namespace: 'payments',
      name: 'payment-received',
    };
    const clock = {
      kind: 'component',
      namespace: 'payments',
      name: 'clock-pingsource',
    };
    const related = {
      ...api,
      spec: {
        eventMesh: {
          relatedProducers: ['component:payments/clock-pingsource'],
        },
      },
    };
    expect(await process(related)).toEqual([
      processingResult.relation({
        source,
        type: 'apiProvidedBy',
        target: clock,
      }),
      processingResult.relation({
        source: clock,
        type: 'providesApi',
        target: source,
      }),
    ]);
  });

  it.each<[string, Entity]>([
    ['an API without annotations', { ...api, metadata: { name: 'petstore' } }],
    [
      'an API of a file with our other annotations',
      {
        ...api,
        metadata: {
          ...api.metadata,
          annotations: {
            ...api.metadata.annotations,
            'backstage.io/managed-by-origin-location':
              'url:https://example.com',
          },
        },
      },
    ],
    ['a Component of ours', { ...api, kind: 'Component' }],
    ['an API of ours without details', { ...api, spec: {} }],
    [
      'details of another shape',
      {
        ...api,
        spec: { eventMesh: { relatedConsumers: 'x', relatedProducers: [1] } },
      },
    ],
  ])('leaves %s alone', async (_, entity) => {
    expect(await process(entity)).toEqual([]);
  });
});
