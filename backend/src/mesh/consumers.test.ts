import { performance } from 'node:perf_hooks';
import { meshOf } from '../__testUtils__/meshParts';
import {
  anyObject,
  broker,
  eventType,
  generatedFor,
  ofType,
  referenceTo,
  service,
  trigger,
} from '../__testUtils__/objects';

const brokers = [
  broker('shop/default', 'MTChannelBasedBroker'),
  broker('shop/other'),
];
const triggers = [
  trigger('shop/matching', 'default', 'Service/a', ofType('order')),
  trigger('shop/all', 'default', 'Service/a'),
  trigger('shop/different', 'default', 'Service/a', ofType('refund')),
  trigger('shop/undecided', 'default', 'Service/a', {
    filter: { attributes: { subject: 'x' } },
  }),
  trigger('shop/elsewhere', 'other', 'Service/a'),
  trigger('cart/same-broker-name', 'default', 'Service/a'),
  trigger('cart/across', 'x', 'Service/a', {
    brokerRef: { name: 'default', namespace: 'shop' },
  }),
];
const unread = { isRead: () => false };

type ApiObject = ReturnType<typeof anyObject>;

/** The consumers of the first event type among some objects. */
function consumersAmong(
  objects: ApiObject[],
  overrides?: Parameters<typeof meshOf>[1],
) {
  return meshOf(objects, overrides).eventTypes[0].consumers?.map(
    ({ via, match }) =>
      `${via.kind} ${via.namespace}/${via.name} ${match}`.replace(
        'Trigger ',
        '',
      ),
  );
}

function consumersOf(
  provider: string | undefined,
  spec: object = {},
  overrides?: Parameters<typeof meshOf>[1],
) {
  const object = eventType('shop/order', 'order', provider, { ...spec });
  return consumersAmong([object, ...brokers, ...triggers], overrides);
}

function brokerIn(namespace: string) {
  return {
    reference: referenceTo(broker(`${namespace}/default`)),
  };
}

describe('consumers through a broker', () => {
  it('are the triggers that pass the type, or may', () => {
    expect(consumersOf('default')).toEqual([
      'cart/across yes',
      'shop/all yes',
      'shop/matching yes',
      'shop/undecided maybe',
    ]);
  });

  it('cannot be told without a provider', () => {
    expect(consumersOf(undefined)).toBeUndefined();
  });

  it('are none with a broker that does not exist', () => {
    expect(consumersOf('gone')).toEqual([]);
  });

  it('are told by the triggers where brokers were not read', () => {
    expect(consumersOf(undefined, brokerIn('cart'), unread)).toHaveLength(1);
  });

  it('cannot be told of an unread broker without triggers', () => {
    const spec = brokerIn('elsewhere');
    expect(consumersOf(undefined, spec, unread)).toBeUndefined();
  });

  it('are one for a RequestReply, however many triggers it has', () => {
    const requestReply = anyObject(
      'eventing.knative.dev/v1alpha1',
      'RequestReply',
      'shop/rpc',
      { spec: { brokerRef: referenceTo(brokers[0]) } },
    );
    const replicas = [0, 1].map(replica => {
      const replicaTrigger = trigger(
        `shop/rpc-${replica}`,
        'default',
        { subscriber: { uri: 'http://10.0.0.1:8080' } },
        {
          filters: [
            {
              cesql:
                "KN_VERIFY_CORRELATION_ID(replyid, 'rpc', 'shop', 'secret', 0, 2)",
            },
          ],
        },
      );
      Object.assign(replicaTrigger.metadata, generatedFor(requestReply));
      return replicaTrigger;
    });
    expect(
      consumersAmong([
        eventType('shop/order', 'order', 'default'),
        brokers[0],
        requestReply,
        ...replicas,
      ]),
    ).toEqual(['RequestReply shop/rpc maybe']);
  });

  it('are found evaluating equal filters and equal declarations once', () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      trigger(`shop/t${index}`, 'default', undefined, {
        filter: { attributes: { source: `/no/${index % 10}` } },
      }),
    );
    const source = { source: '/shop' };
    const types = Array.from({ length: 200 }, (_, index) =>
      eventType(`shop/e${index}`, 'order', 'default', source),
    );
    const start = performance.now();
    const mesh = meshOf([...brokers, ...many, ...types]);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(mesh.eventTypes.flatMap(type => type.consumers)).toEqual([]);
  });
});

describe('consumers through a channel (knative.md 4.4)', () => {
  const channel = anyObject('messaging.knative.dev/v1', 'Channel', 'shop/ch', {
    status: {
      channel: {
        apiVersion: 'messaging.knative.dev/v1',
        kind: 'InMemoryChannel',
        namespace: 'shop',
        name: 'ch',
      },
    },
  });
  const backing = anyObject(
    'messaging.knative.dev/v1',
    'InMemoryChannel',
    'shop/ch',
    {},
    generatedFor(channel),
  );
  const subscription = (key: string, to: ApiObject) =>
    anyObject('messaging.knative.dev/v1', 'Subscription', key, {
      spec: {
        channel: referenceTo(to),
        subscriber: { ref: { apiVersion: 'v1', kind: 'Service', name: 'a' } },
      },
    });
  const subscriptions = [
    subscription('shop/s1', channel),
    subscription('shop/s2', backing),
    subscription('cart/across', channel),
    subscription(
      'shop/elsewhere',
      anyObject('messaging.knative.dev/v1', 'InMemoryChannel', 'shop/other'),
    ),
  ];
  const provided = (by: ApiObject) =>
    eventType('shop/order', 'order', undefined, { reference: referenceTo(by) });
  const everything = [
    channel,
    backing,
    ...subscriptions,
    service('shop/a', { label: 'a' }),
  ];

  it.each([
    ['the Channel', channel],
    ['its backing channel', backing],
  ])('are all Subscriptions of %s', (_, provider) => {
    const mesh = [provided(provider), ...everything];
    expect(consumersAmong(mesh)).toEqual([
      'Subscription cart/across yes',
      'Subscription shop/s1 yes',
      'Subscription shop/s2 yes',
    ]);
    expect(meshOf(mesh).eventTypes[0].consumedBy).toEqual(['a']);
  });

  it('are none of a channel without Subscriptions', () => {
    expect(consumersAmong([provided(channel), channel])).toEqual([]);
  });

  it('cannot be told where Subscriptions or channels were not read', () => {
    const eventTypeOnly = [provided(channel), channel];
    expect(consumersAmong(eventTypeOnly, unread)).toBeUndefined();
    expect(consumersAmong([provided(channel)], unread)).toBeUndefined();
  });

  it('are none of a channel that does not exist', () => {
    expect(consumersAmong([provided(channel)])).toEqual([]);
  });
});

describe('what receives the events that are sent to it', () => {
  it('is no source, whatever an event type says', () => {
    const source = anyObject('sources.knative.dev/v1', 'PingSource', 'shop/p', {
      spec: { sink: { ref: referenceTo(brokers[0]) } },
    });
    const reference = referenceTo(source);
    const ofSource = eventType('shop/order', 'order', undefined, { reference });
    expect(consumersAmong([ofSource, source, ...brokers])).toBeUndefined();
  });

  it.each([
    ['sinks.knative.dev/v1alpha1', 'JobSink'],
    ['eventing.knative.dev/v1alpha1', 'KafkaSink'],
    ['flows.knative.dev/v1', 'Sequence'],
    ['flows.knative.dev/v1', 'Parallel'],
    ['eventing.knative.dev/v1alpha1', 'EventTransform'],
  ])('is %s %s itself', (apiVersion, kind) => {
    const spec = { steps: [], branches: [] };
    const receiver = anyObject(
      apiVersion,
      kind,
      'shop/r',
      { spec },
      { labels: { 'backstage.io/kubernetes-id': 'r' } },
    );
    const reference = referenceTo(receiver);
    const mesh = meshOf([
      eventType('shop/order', 'order', undefined, { reference }),
      receiver,
    ]);
    expect(mesh.eventTypes[0]).toMatchObject({
      consumers: [
        {
          via: {
            group: apiVersion.split('/')[0],
            kind,
            namespace: 'shop',
            name: 'r',
          },
          match: 'yes',
          reasons: [],
        },
      ],
      consumedBy: ['r'],
    });
  });
});
