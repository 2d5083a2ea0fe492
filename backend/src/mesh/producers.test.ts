import { meshOf } from '../__testUtils__/meshParts';
import {
  anyObject,
  broker,
  eventType,
  generatedFor,
  referenceTo,
  service,
  trigger,
} from '../__testUtils__/objects';

const sources = 'sources.knative.dev/v1';
const shopBroker = broker('shop/default');
const otherBroker = broker('shop/other');

type ApiObject = ReturnType<typeof anyObject>;

function source(
  kind: string,
  fields: { to?: ApiObject; ceAttributes?: object[]; spec?: object } = {},
  key = 'shop/src',
) {
  const { to = shopBroker, ceAttributes, spec } = fields;
  return anyObject(sources, kind, key, {
    spec: { sink: { ref: referenceTo(to) }, ...spec },
    status: { ceAttributes },
  });
}

const ping = source('PingSource', {
  ceAttributes: [{ type: 'ping', source: '/shop/src' }],
});

function producersOf(objects: ApiObject[]) {
  return meshOf(objects).eventTypes[0].producers?.map(
    ({ via, match, evidence }) =>
      `${via.kind} ${via.name} ${match} ${evidence}`,
  );
}

function ownedBy(owner: ApiObject, controller = true, spec = {}) {
  const owned = eventType('shop/e', 'ping', 'default', spec);
  Object.assign(owned.metadata, generatedFor(owner, controller));
  return owned;
}

describe('the producers of an event type (knative.md 4.6 and 5)', () => {
  it.each<[string, ApiObject[], string[] | undefined]>([
    [
      'the source whose controller has created it',
      [ownedBy(ping, true, { source: '/other' }), ping],
      ['PingSource src yes ownerReference'],
    ],
    [
      'a source that sends just this to just there',
      [eventType('shop/e', 'ping', 'default', { source: '/shop/src' }), ping],
      ['PingSource src yes ceAttributes'],
    ],
    [
      'a source that sends the type, whose source is left open',
      [eventType('shop/e', 'ping', 'default'), ping],
      ['PingSource src yes ceAttributes'],
    ],
    [
      'perhaps a source, if the declared source has variables',
      [eventType('shop/e', 'ping', 'default', { source: '/{ns}/src' }), ping],
      ['PingSource src maybe ceAttributes'],
    ],
    [
      'no source with the same type from another source',
      [eventType('shop/e', 'ping', 'default', { source: '/cart' }), ping],
      undefined,
    ],
    [
      'no source that sends to another broker',
      [eventType('shop/e', 'ping', 'other'), ping, otherBroker],
      undefined,
    ],
    [
      'no source of another namespace that sends the same type',
      [
        eventType('shop/e', 'ping', 'default', { source: '/shop/src' }),
        source(
          'PingSource',
          {
            to: broker('cart/default'),
            ceAttributes: [{ type: 'ping', source: '/shop/src' }],
          },
          'cart/src',
        ),
      ],
      undefined,
    ],
    [
      'perhaps a KafkaSource, which makes this of what is no CloudEvent',
      [
        eventType('shop/e', 'dev.knative.kafka.event', 'default'),
        source('KafkaSource', { spec: { topics: ['a'] } }),
      ],
      ['KafkaSource src maybe sourceKind'],
    ],
    [
      'none that is known, which is not nobody',
      [eventType('shop/e', 'x', 'default'), source('ContainerSource')],
      undefined,
    ],
  ])('are %s', (_, objects, expected) => {
    expect(producersOf([...objects, shopBroker])).toEqual(expected);
  });

  it('are the visible source where its generated one has created it', () => {
    const integration = source('IntegrationSource');
    const container = source('ContainerSource', {}, 'shop/src-containersource');
    Object.assign(container.metadata, generatedFor(integration));
    expect(
      producersOf([ownedBy(container), integration, container, shopBroker]),
    ).toEqual(['IntegrationSource src yes ownerReference']);
  });
});

describe('the event types of a source', () => {
  const mesh = meshOf([
    ping,
    ownedBy(ping),
    eventType('shop/declared', 'ping', 'default', { source: '/shop/src' }),
    eventType('shop/alike', 'ping', 'default', { source: '/elsewhere' }),
    shopBroker,
  ]);

  it('are those that it certainly sends', () => {
    expect(mesh.sources[0]).toMatchObject({
      providedEventTypes: ['shop/declared', 'shop/e'],
      providedEventTypeTypes: ['ping'],
      emissions: [{ type: 'ping', source: '/shop/src', match: 'yes' }],
      mayEmitOthers: false,
    });
  });

  it('are told of their origin by the owner', () => {
    const origins = (objects: ApiObject[]) =>
      meshOf([...objects, ping, shopBroker]).eventTypes.map(
        ({ origin }) => origin,
      );
    expect(origins([ownedBy(ping)])).toEqual(['source']);
    expect(origins([ownedBy(shopBroker, false)])).toEqual(['observed']);
    expect(origins([eventType('shop/e', 'x')])).toEqual(['declared']);
  });

  it.each(['ContainerSource', 'SinkBinding', 'IntegrationSource'])(
    'cannot be known of a %s',
    kind => {
      const subject = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'd' };
      const [described] = meshOf([
        source(kind, { spec: { subject } }),
        shopBroker,
      ]).sources;
      expect(described).toMatchObject({ emissions: [], mayEmitOthers: true });
    },
  );

  it('of a KafkaSource are one for each topic, and whatever is in it', () => {
    const [described] = meshOf([
      source('KafkaSource', { spec: { topics: ['b', 'a'] } }),
      shopBroker,
    ]).sources;
    expect(described).toMatchObject({
      emissions: ['a', 'b'].map(topic => ({
        type: 'dev.knative.kafka.event',
        source: `/apis/v1/namespaces/shop/kafkasources/src#${topic}`,
        match: 'maybe',
      })),
      mayEmitOthers: true,
    });
  });

  it('carry what the source sets on every event (knative.md 3.5)', () => {
    const overriding = source('PingSource', {
      ceAttributes: [{ type: 'ping', source: '/shop/src' }],
      spec: { ceOverrides: { extensions: { team: 'a', type: 'no' } } },
    });
    const passesTeamA = trigger('shop/t', 'default', 'Service/a', {
      filters: [{ exact: { team: 'a' } }],
    });
    const described = meshOf([
      overriding,
      ownedBy(overriding),
      passesTeamA,
      shopBroker,
    ]);
    expect(described.eventTypes[0]).toMatchObject({
      attributes: expect.arrayContaining([
        { name: 'team', value: 'a', required: true },
        { name: 'type', value: 'ping', required: true },
      ]),
      consumers: [{ match: 'yes' }],
    });
  });
});

describe('the workloads of a source', () => {
  const workloadsOf = (object: ApiObject, ...others: ApiObject[]) =>
    meshOf([object, ...others]).sources[0].workloads;
  const deployment = anyObject(
    'apps/v1',
    'Deployment',
    'shop/d',
    {},
    { labels: { 'backstage.io/kubernetes-id': 'checkout' } },
  );

  it('are the subject of a SinkBinding', () => {
    const binding = source('SinkBinding', {
      spec: {
        subject: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'd' },
      },
    });
    expect(workloadsOf(binding, deployment)).toMatchObject([
      {
        reference: {
          group: 'apps',
          kind: 'Deployment',
          namespace: 'shop',
          name: 'd',
        },
        kubernetesId: 'checkout',
        found: 'yes',
      },
    ]);
  });

  it('are what the pods of a ContainerSource say they are', () => {
    const labels = { 'backstage.io/kubernetes-id': 'poller' };
    const container = source('ContainerSource', {
      spec: { template: { metadata: { labels }, spec: {} } },
    });
    expect(workloadsOf(container)).toEqual([
      { kubernetesId: 'poller', found: 'yes' },
    ]);
  });
});

describe('an event type that was seen as a reply (knative.md 5)', () => {
  const subscriber = service('shop/a', { label: 'a' });
  const replier = trigger('shop/t', 'default', 'Service/a');
  const listener = trigger('shop/all', 'default', 'Service/a');
  const repliedThrough = (link: ApiObject) =>
    eventType('shop/e', 'answer', undefined, { reference: referenceTo(link) });

  it('through a trigger goes to its broker', () => {
    const [described] = meshOf([
      repliedThrough(replier),
      replier,
      listener,
      shopBroker,
      subscriber,
    ]).eventTypes;
    expect(described).toMatchObject({
      provider: { kind: 'Broker', namespace: 'shop', name: 'default' },
      producers: [
        {
          via: { kind: 'Trigger', namespace: 'shop', name: 't' },
          match: 'yes',
          evidence: 'reply',
        },
      ],
      consumers: [{ via: { name: 'all' } }, { via: { name: 't' } }],
    });
  });

  const messaging = 'messaging.knative.dev/v1';
  const channel = anyObject(messaging, 'InMemoryChannel', 'shop/c');
  const subscription = (reply?: object) =>
    anyObject(messaging, 'Subscription', 'shop/s', {
      spec: {
        channel: referenceTo(channel),
        subscriber: { ref: referenceTo(subscriber) },
        reply,
      },
    });

  it('through a Subscription goes where that sends replies', () => {
    const link = subscription({ ref: referenceTo(shopBroker) });
    const [described] = meshOf([
      repliedThrough(link),
      link,
      channel,
      listener,
      shopBroker,
      subscriber,
    ]).eventTypes;
    expect(described).toMatchObject({
      provider: { kind: 'Broker', name: 'default' },
      producers: [{ via: { kind: 'Subscription', name: 's' } }],
      consumers: [{ via: { name: 'all' } }],
    });
  });

  it('goes nowhere where a Subscription drops replies', () => {
    const link = subscription();
    const [described] = meshOf([
      repliedThrough(link),
      link,
      channel,
    ]).eventTypes;
    expect(described).not.toHaveProperty('provider');
    expect(described).not.toHaveProperty('consumers');
    expect(described.producers).toHaveLength(1);
  });

  it('has no producer when the link is gone', () => {
    const [described] = meshOf([
      repliedThrough(replier),
      shopBroker,
    ]).eventTypes;
    expect(described).not.toHaveProperty('producers');
  });
});
