import { broker, eventType, ofType, trigger } from '../__testUtils__/objects';
import { parseBroker } from './broker';
import { buildEventMesh, type MeshParts } from './buildEventMesh';
import { parseEventType } from './eventType';
import { parseTrigger } from './trigger';

const brokers = [broker('shop/default', 'Kafka'), broker('cart/default')];
const eventTypes = [
  eventType('shop/z', 'order', 'default'),
  eventType('shop/a', 'refund', 'default'),
  eventType('cart/order', 'order', 'default'),
];
const triggers = [
  trigger('shop/t2', 'default', 'Service/b', ofType('order')),
  trigger('shop/t1', 'default', 'Service/a', ofType('order')),
  trigger('shop/t3', 'default', 'Service/a', ofType('order')),
  trigger('shop/t4', 'default', 'Service/unlabelled', ofType('order')),
  trigger('shop/t5', 'default', 'Service/maybe', {
    filter: { attributes: { subject: 'x' } },
  }),
];
const ids = new Map([
  ['a', 'component-z'],
  ['b', 'component-a'],
  ['maybe', 'component-m'],
]);

function parts(order: <T>(items: T[]) => T[]): MeshParts {
  return {
    serviceVersion: '1.2.3',
    brokers: order(brokers).map(parseBroker),
    eventTypes: order(eventTypes).map(parseEventType),
    triggers: order(triggers).map(parseTrigger),
    findSubscriber: ({ name }) => ({
      found: 'yes',
      labels: {},
      ...(ids.has(name) ? { kubernetesId: ids.get(name) } : {}),
    }),
    isRead: () => true,
    findings: [],
    omitted: order([
      { group: 'b', reason: 'forbidden', message: '' },
      { group: 'a', kind: 'K', reason: 'forbidden', message: '' },
      { namespace: 'n', reason: 'forbidden', message: '' },
    ]),
  };
}

describe('buildEventMesh', () => {
  const mesh = buildEventMesh(parts(items => items));

  it('sorts everything', () => {
    const keys = (objects: { namespace: string; name: string }[] = []) =>
      objects.map(({ namespace, name }) => `${namespace}/${name}`);
    expect(keys(mesh.eventTypes)).toEqual(['cart/order', 'shop/a', 'shop/z']);
    expect(keys(mesh.brokers)).toEqual(['cart/default', 'shop/default']);
    expect(keys(mesh.triggers)[0]).toBe('shop/t1');
    expect(mesh.omitted?.map(({ group }) => group)).toEqual([
      undefined,
      'a',
      'b',
    ]);
  });

  it('gives the same bytes in whatever order Kubernetes answers', () => {
    const reversed = buildEventMesh(parts(items => [...items].reverse()));
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(mesh));
  });

  it('names each certain consumer once, sorted, and no possible one', () => {
    expect(mesh.eventTypes[2].consumedBy).toEqual([
      'component-a',
      'component-z',
    ]);
    expect(mesh.eventTypes[2].consumers?.map(({ match }) => match)).toEqual([
      'yes',
      'yes',
      'yes',
      'yes',
      'maybe',
    ]);
  });

  it('tells of each broker what it provides', () => {
    expect(
      mesh.brokers.map(({ providedEventTypes }) => providedEventTypes),
    ).toEqual([['cart/order'], ['shop/a', 'shop/z']]);
  });

  it('states each trigger once, and only points to it', () => {
    expect(mesh.triggers).toHaveLength(triggers.length);
    expect(mesh.eventTypes[2].consumers?.[0]).toEqual({
      via: { kind: 'Trigger', namespace: 'shop', name: 't1' },
      match: 'yes',
      reasons: [],
    });
  });
});
