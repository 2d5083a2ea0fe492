import { meshOf } from '../__testUtils__/meshParts';
import {
  anyObject,
  broker,
  generatedFor,
  knativeService,
  referenceTo,
  service,
  trigger,
} from '../__testUtils__/objects';
import type { FindDestination } from './destinations';

const cart = service('shop/cart', { label: 'cart' });
const inShop = (kind: string, name: string, group = '') => ({
  group,
  kind,
  namespace: 'shop',
  name,
});
const addressed = broker('shop/addressed', 'Kafka', {
  addresses: [
    { name: 'https', url: 'https://ingress/shop/addressed' },
    { name: 'http', url: 'http://ingress/shop/addressed' },
  ],
});
const channel = anyObject('messaging.knative.dev/v1', 'Channel', 'shop/orders');
const backing = anyObject(
  'messaging.knative.dev/v1',
  'InMemoryChannel',
  'shop/orders',
  { status: { address: { url: 'http://orders-kn-channel.shop.svc' } } },
  generatedFor(channel),
);
const objects = [
  broker('shop/default'),
  addressed,
  channel,
  backing,
  cart,
  knativeService('shop/writer', { label: 'writer' }),
  service('shop/writer'),
];

function describeSubscriber(subscriber: object, overrides = {}) {
  const holder = trigger('shop/t', 'default', { subscriber });
  return meshOf([holder, ...objects], overrides).triggers[0].subscriber;
}

describe('a destination (knative.md 4.1)', () => {
  it.each<[string, object, object]>([
    [
      'a reference',
      { ref: { apiVersion: 'v1', kind: 'Service', name: 'cart' } },
      { reference: inShop('Service', 'cart'), found: 'yes' },
    ],
    [
      'a reference with group instead of apiVersion',
      {
        ref: {
          group: 'eventing.knative.dev',
          kind: 'Broker',
          name: 'default',
        },
      },
      {
        reference: inShop('Broker', 'default', 'eventing.knative.dev'),
        found: 'yes',
      },
    ],
    [
      'a reference into another namespace',
      { ref: { ...referenceTo(cart), namespace: 'else' } },
      {
        reference: { ...inShop('Service', 'cart'), namespace: 'else' },
        found: 'no',
      },
    ],
    [
      'a reference with a URI, which is relative to it',
      { ref: referenceTo(cart), uri: '/x' },
      { reference: inShop('Service', 'cart'), uri: '/x', found: 'yes' },
    ],
    [
      'a reference to a broker that does not exist',
      { ref: referenceTo(broker('shop/gone')) },
      {
        reference: inShop('Broker', 'gone', 'eventing.knative.dev'),
        found: 'no',
      },
    ],
    [
      'a backing channel, which stands for its Channel',
      { ref: referenceTo(backing) },
      {
        reference: inShop('Channel', 'orders', 'messaging.knative.dev'),
        found: 'yes',
      },
    ],
    [
      'a URI that is an address of a broker, whichever',
      { uri: 'http://ingress/shop/addressed' },
      {
        reference: inShop('Broker', 'addressed', 'eventing.knative.dev'),
        uri: 'http://ingress/shop/addressed',
        found: 'yes',
      },
    ],
    [
      'a URI with the host of a broker and another path',
      { uri: 'http://ingress/shop/other' },
      { uri: 'http://ingress/shop/other', found: 'unknown' },
    ],
    [
      'a URI that is the address of a backing channel',
      { uri: 'http://orders-kn-channel.shop.svc' },
      {
        reference: inShop('Channel', 'orders', 'messaging.knative.dev'),
        uri: 'http://orders-kn-channel.shop.svc',
        found: 'yes',
      },
    ],
    [
      'a URI of a Service, whatever the path and the domain of the cluster',
      { uri: 'http://cart.shop.svc.cluster.local/x' },
      {
        reference: inShop('Service', 'cart'),
        uri: 'http://cart.shop.svc.cluster.local/x',
        found: 'yes',
      },
    ],
    [
      'a URI of a Knative Service, which has a Service of its name',
      { uri: 'http://writer.shop.svc' },
      {
        reference: inShop('Service', 'writer', 'serving.knative.dev'),
        uri: 'http://writer.shop.svc',
        found: 'yes',
      },
    ],
    [
      'a URI of a Service that does not exist',
      { uri: 'http://gone.shop.svc' },
      {
        reference: inShop('Service', 'gone'),
        uri: 'http://gone.shop.svc',
        found: 'no',
      },
    ],
    [
      'a URI outside of the cluster',
      { uri: 'https://example.com/shop.svc' },
      { uri: 'https://example.com/shop.svc', found: 'unknown' },
    ],
    [
      'what is no URI at all',
      { uri: 'cart.shop.svc' },
      { uri: 'cart.shop.svc', found: 'unknown' },
    ],
  ])('is %s', (_, subscriber, expected) => {
    const { labels, kubernetesId, ...described } =
      describeSubscriber(subscriber) ?? {};
    expect(described).toEqual(expected);
  });

  it('carries the id and the labels of the object', () => {
    expect(describeSubscriber({ ref: referenceTo(cart) })).toMatchObject({
      kubernetesId: 'cart',
      labels: { 'backstage.io/kubernetes-id': 'cart' },
    });
  });

  it('carries the id of a part of the mesh, by label or annotation', () => {
    const labelled = anyObject(
      'flows.knative.dev/v1',
      'Sequence',
      'shop/steps',
      { spec: { steps: [] } },
      { annotations: { 'backstage.io/kubernetes-id': 'steps' } },
    );
    const holder = trigger('shop/t', 'default', {
      subscriber: { ref: referenceTo(labelled) },
    });
    const [described] = meshOf([holder, labelled, ...objects]).triggers;
    expect(described.subscriber).toMatchObject({ kubernetesId: 'steps' });
  });

  it.each<
    [string, ReturnType<FindDestination>, object, 'yes' | 'no' | 'unknown']
  >([
    ['a complete list goes first', { found: 'no' }, resolved('True'), 'no'],
    ['else the condition', { found: 'unknown' }, resolved('True'), 'yes'],
    [
      'a failure may have other causes',
      { found: 'unknown' },
      resolved('False', 'no address'),
      'unknown',
    ],
    [
      'but not this one',
      { found: 'unknown' },
      resolved('False', 'services "cart" not found'),
      'no',
    ],
  ])('is told to exist: %s', (_, lookup, status, found) => {
    const holder = trigger(
      'shop/t',
      'default',
      { subscriber: { ref: referenceTo(cart) } },
      {},
      { ...status },
    );
    const mesh = meshOf([holder], { findDestination: () => lookup });
    expect(mesh.triggers[0].subscriber?.found).toBe(found);
  });
});

function resolved(status: string, message?: string) {
  const type = 'SubscriberResolved';
  return { observedGeneration: 1, conditions: [{ type, status, message }] };
}
