import { meshOf } from './__testUtils__/meshParts';
import {
  anyObject,
  broker,
  eventType,
  generatedFor,
  knativeService,
  ofType,
  referenceTo,
  service,
  trigger,
} from './__testUtils__/objects';

type ApiObject = ReturnType<typeof anyObject>;
type Mesh = ReturnType<typeof meshOf>;

const messaging = 'messaging.knative.dev/v1';
const sources = 'sources.knative.dev/v1';
const flows = 'flows.knative.dev/v1';

const shopBroker = broker('shop/default', 'MTChannelBasedBroker');
const order = eventType('shop/order', 'order', 'default', { source: '/shop' });
const receiver = service('shop/a', { label: 'a' });
const channel = anyObject(messaging, 'Channel', 'shop/c');
const backing = anyObject(
  messaging,
  'InMemoryChannel',
  'shop/c',
  {},
  generatedFor(channel),
);
const toReceiver = { ref: referenceTo(receiver) };
const consumers = (mesh: Mesh) => mesh.eventTypes[0].consumedBy;
const toOrder = (spec: object) => [
  order,
  shopBroker,
  receiver,
  trigger('shop/t', 'default', 'Service/a', { ...spec }),
];

function pingSource(key: string, to: ApiObject) {
  return anyObject(sources, 'PingSource', key, {
    spec: { sink: { ref: referenceTo(to) } },
    status: { ceAttributes: [{ type: 'ping', source: `/${key}` }] },
  });
}

/**
 * The defects of the older service that are about the mesh, by their number in
 * knative.md 7. Those about how Kubernetes is asked and how failures are answered
 * are in docs/compatibility.md with the tests that show them.
 */
describe('what the older service gets wrong (knative.md 7)', () => {
  it.each<[string, ApiObject[], (mesh: Mesh) => unknown, unknown]>([
    [
      '1: spec.filters counts',
      toOrder({ filter: {}, filters: [{ exact: { type: 'refund' } }] }),
      consumers,
      [],
    ],
    [
      '2: attributes besides type count',
      toOrder({ filter: { attributes: { type: 'order', source: '/cart' } } }),
      consumers,
      [],
    ],
    [
      '3: brokerRef counts',
      [
        order,
        shopBroker,
        receiver,
        trigger('shop/t', 'x', 'Service/a', {
          broker: undefined,
          brokerRef: { name: 'default' },
        }),
      ],
      consumers,
      ['a'],
    ],
    [
      '4: who subscribes to a channel is a consumer',
      [
        eventType('shop/e', 'e', undefined, {
          reference: referenceTo(channel),
        }),
        channel,
        receiver,
        anyObject(messaging, 'Subscription', 'shop/s', {
          spec: { channel: referenceTo(channel), subscriber: toReceiver },
        }),
      ],
      consumers,
      ['a'],
    ],
    [
      '5: the namespace of a channel counts',
      [
        eventType('shop/e', 'e', undefined, {
          reference: referenceTo(channel),
        }),
        channel,
        receiver,
        anyObject(messaging, 'Subscription', 'cart/s', {
          spec: { channel: referenceTo(channel), subscriber: toReceiver },
        }),
      ],
      consumers,
      ['a'],
    ],
    [
      '6: the namespace of a provider counts',
      [
        eventType('cart/order', 'order', undefined, {
          reference: referenceTo(shopBroker),
        }),
        shopBroker,
        receiver,
        trigger('shop/t', 'default', 'Service/a', ofType('order')),
      ],
      mesh => [mesh.brokers[0].providedEventTypes, consumers(mesh)],
      [['cart/order'], ['a']],
    ],
    [
      '6: spec.broker of old event types counts',
      [
        eventType('shop/order', 'order', undefined, { broker: 'default' }),
        shopBroker,
      ],
      mesh => mesh.brokers[0].providedEventTypes,
      ['shop/order'],
    ],
    [
      '7: the namespace of a sink counts',
      [pingSource('cart/p', shopBroker), shopBroker],
      mesh => mesh.sources[0].sink,
      {
        group: 'eventing.knative.dev',
        kind: 'Broker',
        namespace: 'shop',
        name: 'default',
      },
    ],
    [
      '7: the URI of a sink is there',
      [
        anyObject(sources, 'PingSource', 'shop/p', {
          spec: { sink: { ref: referenceTo(receiver), uri: '/in' } },
        }),
        receiver,
      ],
      mesh => mesh.sources[0].destination?.uri,
      '/in',
    ],
    [
      '8: a source provides what it sends, not what its like sends elsewhere',
      [
        pingSource('shop/p', shopBroker),
        pingSource('shop/q', shopBroker),
        eventType('shop/mine', 'ping', 'default', { source: '/shop/p' }),
        eventType('cart/others', 'ping', 'default', { source: '/shop/p' }),
        shopBroker,
      ],
      mesh => mesh.sources.map(source => source.providedEventTypes),
      [['shop/mine'], []],
    ],
    [
      '13: a reference without namespace is in that of its holder',
      toOrder({}),
      mesh => mesh.triggers[0].subscriber?.found,
      'yes',
    ],
    [
      '14: a reference with group instead of apiVersion is read',
      [
        order,
        shopBroker,
        knativeService('shop/w', { label: 'w' }),
        trigger('shop/t', 'default', {
          subscriber: {
            ref: { group: 'serving.knative.dev', kind: 'Service', name: 'w' },
          },
        }),
      ],
      consumers,
      ['w'],
    ],
    [
      '15: a subscriber by URI is the object behind it',
      [
        order,
        shopBroker,
        receiver,
        trigger('shop/t', 'default', {
          subscriber: { uri: 'http://a.shop.svc.cluster.local' },
        }),
      ],
      consumers,
      ['a'],
    ],
    [
      '16: each consumer is there once',
      [
        ...toOrder({}),
        trigger('shop/t2', 'default', 'Service/a', ofType('order')),
      ],
      consumers,
      ['a'],
    ],
    [
      '16: a consumer without id is there, too',
      [
        order,
        shopBroker,
        service('shop/a'),
        trigger('shop/t', 'default', 'Service/a'),
      ],
      mesh => mesh.eventTypes[0].consumers?.map(({ via }) => via.name),
      ['t'],
    ],
    [
      '23: the core group is empty',
      toOrder({}),
      mesh => mesh.triggers[0].subscriber?.reference?.group,
      '',
    ],
    [
      '25: a Channel is there once',
      [channel, backing],
      mesh => mesh.subscribables.map(({ kind, name }) => `${kind} ${name}`),
      ['Channel c'],
    ],
    [
      '25: the channel of a broker is not there',
      [
        shopBroker,
        anyObject(
          messaging,
          'InMemoryChannel',
          'shop/default-kne-trigger',
          {},
          generatedFor(shopBroker),
        ),
      ],
      mesh => mesh.subscribables,
      [],
    ],
    [
      '26: what else takes or sends events is there',
      [
        anyObject(flows, 'Sequence', 'shop/s', {
          spec: { steps: [toReceiver], reply: toReceiver },
        }),
        anyObject('sinks.knative.dev/v1alpha1', 'JobSink', 'shop/j'),
        anyObject('eventing.knative.dev/v1alpha1', 'EventPolicy', 'shop/p', {
          spec: {},
        }),
        receiver,
      ],
      ({ flows: [flow], sinks, policies }) => [
        flow.steps[0].subscriber?.found,
        flow.reply?.found,
        sinks.length,
        policies.length,
      ],
      ['yes', 'yes', 1, 1],
    ],
    [
      '27: what has no labels has none, not null',
      [order, shopBroker],
      ({ brokers: [{ labels }], eventTypes: [{ annotations }] }) => [
        labels,
        annotations,
      ],
      [{}, {}],
    ],
    [
      '31: annotations that are long are left out',
      [
        anyObject(
          messaging,
          'Channel',
          'shop/long',
          {},
          { annotations: { long: 'x'.repeat(4097), short: 'x' } },
        ),
      ],
      mesh => mesh.subscribables[0].annotations,
      { short: 'x' },
    ],
  ])('%s', (_, objects, see, expected) => {
    expect(see(meshOf(objects))).toEqual(expected);
  });
});
