import type { Entity } from '@backstage/catalog-model';
import { toEntities } from '../entities';
import { channel, eventMesh } from '../testUtils';
import type { EventMeshEntityTransformer } from './extensionPoint';
import { transformEntities } from './transformEntities';

const { entities } = toEntities(
  eventMesh({ subscribables: [channel()] }),
  { byId: new Map(), selecting: [] },
  {
    environment: 'dev',
    owner: 'group:default/unknown',
    lifecycle: 'dev',
    relatePossibleConsumers: false,
    trustConsumedBy: false,
    passThrough: { labels: [], annotations: [] },
  },
);
const api = 'api:payments/payment-received';

function transform(
  transformer: EventMeshEntityTransformer | undefined,
  signal = new AbortController().signal,
) {
  return transformEntities(entities, {
    transformer,
    environment: 'dev',
    signal,
  });
}

/** What is said when only the API is transformed so. */
async function complaint(change: (entity: Entity) => unknown) {
  const { failed, findings, ...rest } = await transform((entity, { role }) =>
    role === 'eventType' ? (change(entity) as Entity) : entity,
  );
  expect([...failed]).toEqual(findings.length > 0 ? [api] : []);
  expect(rest.entities).toHaveLength(3 - failed.size);
  return findings.map(({ message }) => message).join();
}

describe('transformEntities', () => {
  it('gives back the entities when nobody transforms them', async () => {
    expect((await transform(undefined)).entities).toBe(entities);
  });

  it('changes and leaves out what the transformer says, and nothing of its own', async () => {
    const before = JSON.stringify(entities);
    const seen: unknown[] = [];
    const result = await transform(async (entity, context) => {
      seen.push(context);
      entity.metadata.title = `Our ${entity.metadata.name}`;
      return context.role === 'channel' ? null : entity;
    });
    expect(result.entities.map(({ metadata }) => metadata.title)).toEqual([
      'Our payment-received',
      'Our default-broker',
    ]);
    expect([...result.skipped]).toEqual(['component:payments/orders-channel']);
    expect(result.findings).toEqual([]);
    expect(seen).toContainEqual({
      environment: 'dev',
      role: 'channel',
      object: {
        group: 'messaging.knative.dev',
        kind: 'Channel',
        namespace: 'payments',
        name: 'orders',
      },
    });
    expect(JSON.stringify(entities)).toBe(before);
  });

  it.each<[string, (entity: Entity) => unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('no such\nteam');
      },
      'EventType payments/payment-received: Error: no such team',
    ],
    ['rejects', () => Promise.reject(new Error('no answer')), 'no answer'],
    ['returns nothing', () => undefined, 'it returned nothing. Return'],
    ['returns a text', () => 'entity', 'it returned a string'],
    ['returns a list', entity => [entity], 'it returned'],
    [
      'renames',
      entity => ({ ...entity, metadata: { ...entity.metadata, name: 'x' } }),
      'it changed metadata.name',
    ],
    [
      'moves to another namespace',
      entity => ({
        ...entity,
        metadata: { ...entity.metadata, namespace: 'default' },
      }),
      'it changed metadata.namespace',
    ],
    ['changes the kind', entity => ({ ...entity, kind: 'Component' }), 'kind'],
    [
      'claims another origin',
      entity => {
        entity.metadata.annotations![
          'backstage.io/managed-by-origin-location'
        ] = 'url:https://example.com';
        return entity;
      },
      'it changed metadata.annotations.backstage.io/managed-by-origin-location',
    ],
    [
      'removes what the entity stands for',
      entity => {
        delete entity.metadata.annotations!['knative-event-mesh/name'];
        return entity;
      },
      'it changed metadata.annotations.knative-event-mesh/name',
    ],
    [
      'removes all annotations',
      ({ metadata: { annotations, ...metadata }, ...entity }) => ({
        ...entity,
        metadata,
      }),
      'it changed metadata.annotations.',
    ],
    [
      'changes what the pages read',
      entity => ({ ...entity, spec: { ...entity.spec, eventMesh: {} } }),
      'it changed spec.eventMesh',
    ],
    ['has no metadata', ({ kind, spec }) => ({ kind, spec }), 'it changed'],
    [
      'writes a tag that is none',
      entity => {
        entity.metadata.tags = ['com.example'];
        return entity;
      },
      'tags.0',
    ],
    [
      'writes a label that is none',
      entity => {
        entity.metadata.labels = { 'a/b/c': 'x' };
        return entity;
      },
      'labels',
    ],
    [
      'leaves no lifecycle',
      entity => ({ ...entity, spec: { ...entity.spec, lifecycle: '' } }),
      'lifecycle',
    ],
    ['adds to the root', entity => ({ ...entity, mine: 1 }), 'mine'],
    [
      'writes twins',
      entity => ({ ...entity, spec: { ...entity.spec, a: { B: 1, b: 2 } } }),
      'spec.a.b and B differ only in case',
    ],
    [
      'writes a placeholder',
      entity => ({
        ...entity,
        spec: { ...entity.spec, extra: [{ $text: 'https://example.com' }] },
      }),
      'spec.extra[0].$text begins with $',
    ],
    [
      'writes a circle',
      entity => {
        const circle: Record<string, unknown> = {};
        circle.self = circle;
        return { ...entity, spec: { ...entity.spec, circle } };
      },
      'circular',
    ],
  ])('says so when it %s', async (_, change, expected) => {
    expect(await complaint(change)).toContain(expected);
  });

  it('takes dates and what else becomes text', async () => {
    expect(
      await complaint(entity => ({
        ...entity,
        spec: { ...entity.spec, since: new Date(0), no: undefined },
      })),
    ).toBe('');
  });

  it('says one thing once, however many entities it is about', async () => {
    const { entities: left, findings } = await transform(() => {
      throw new Error('broken');
    });
    expect(left).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([
      'The transformer failed for EventType payments/payment-received and 2 more: Error: broken',
    ]);
  });

  it('does not wait for a transformer that never comes back', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    await expect(
      transform(() => new Promise<Entity>(() => {}), controller.signal),
    ).rejects.toThrow('aborted');
  });
});
