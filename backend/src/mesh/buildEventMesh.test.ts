import { meshParts } from '../__testUtils__/meshParts';
import {
  broker,
  eventType,
  ofType,
  service,
  trigger,
} from '../__testUtils__/objects';
import { buildEventMesh } from './buildEventMesh';

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
const services = [
  service('shop/a', { label: 'component-z' }),
  service('shop/b', { annotation: 'component-a' }),
  service('shop/unlabelled'),
  service('shop/maybe', { label: 'component-m' }),
];

function parts(order: <T>(items: T[]) => T[]) {
  return meshParts(
    order([...brokers, ...eventTypes, ...triggers, ...services]),
    {
      omitted: order([
        { group: 'b', reason: 'forbidden', message: '' },
        { group: 'a', kind: 'K', reason: 'forbidden', message: '' },
        { namespace: 'n', reason: 'forbidden', message: '' },
      ]),
    },
  );
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
