import { parseBroker } from './broker';
import { parseChannel } from './channel';
import { parseEventPolicy } from './eventPolicy';
import { parseEventType } from './eventType';
import { parseFlow } from './flow';
import { MalformedObject, type UnknownObject } from './guards';
import { parseSink } from './sink';
import { parseSource } from './source';
import { parseSubscription } from './subscription';
import { parseTrigger } from './trigger';

const ref = {
  apiVersion: 'eventing.knative.dev/v1',
  kind: 'Broker',
  namespace: 'shop',
  name: 'default',
};
const destination = { ref, uri: '/in' };
const delivery = { retry: 3, timeout: 'PT5S', deadLetterSink: destination };
const selector = {
  apiVersion: 'v1',
  kind: 'Pod',
  matchLabels: { app: 'cart' },
  matchExpressions: [{ key: 'tier', operator: 'In', values: ['a'] }],
};
const ready = { type: 'Ready', status: 'True', reason: 'r', message: 'm' };
const part = { ready };

const status = {
  observedGeneration: 1,
  conditions: [
    ready,
    {
      ...ready,
      type: 'EventPoliciesReady',
      reason: 'DefaultAuthorizationMode',
    },
    { ...ready, type: 'SubscriberResolved', status: 'False' },
    { ...ready, type: 'ReferencesResolved', status: 'False' },
  ],
  policies: [{ name: 'p' }],
  address: { url: 'http://a' },
  addresses: [{ url: 'http://a' }],
  deadLetterSinkUri: 'http://dead',
  physicalSubscription: { deadLetterSinkUri: 'http://dead' },
  channel: ref,
  subscribers: [
    { uid: 's', observedGeneration: 1, ready: 'True', message: 'm' },
  ],
  sinkUri: 'http://a',
  auth: { serviceAccountName: 'a' },
  ceAttributes: [{ type: 't', source: 's' }],
  from: ['a'],
  channelStatuses: [part],
  subscriptionStatuses: [part],
  branchStatuses: [
    {
      filterChannelStatus: part,
      filterSubscriptionStatus: part,
      subscriberSubscriptionStatus: part,
    },
  ],
};

const metadata = {
  name: 'n',
  namespace: 'shop',
  uid: 'u',
  generation: 1,
  labels: { app: 'cart' },
  annotations: {
    'eventing.knative.dev/broker.class': 'Kafka',
    'knative.dev/dependency': JSON.stringify(ref),
  },
  ownerReferences: [{ ...ref, uid: 'o', controller: true }],
};

const source = (kind: string) =>
  parseSource({ group: 'sources.knative.dev', kind });
const flow = (kind: string) => parseFlow({ group: 'flows.knative.dev', kind });
const eventing = (kind: string) => ({ group: 'eventing.knative.dev', kind });
const sourceSpec = {
  sink: destination,
  ceOverrides: { extensions: { team: 'a' } },
};

const readers: [string, (object: UnknownObject) => unknown, UnknownObject][] = [
  ['Broker', parseBroker, { delivery }],
  [
    'EventType',
    parseEventType,
    {
      type: 't',
      source: 's',
      schema: 'u',
      schemaData: '{}',
      reference: ref,
      broker: 'default',
      attributes: [{ name: 'type', required: true, value: 't' }],
    },
  ],
  [
    'Trigger',
    parseTrigger,
    {
      broker: 'default',
      brokerRef: ref,
      filter: { attributes: { type: 't' } },
      filters: [{ exact: { type: 't' } }],
      subscriber: destination,
      delivery,
    },
  ],
  ['Channel', parseChannel(eventing('Channel')), { delivery }],
  [
    'Subscription',
    parseSubscription,
    { channel: ref, subscriber: destination, reply: destination, delivery },
  ],
  [
    'PingSource',
    source('PingSource'),
    { ...sourceSpec, schedule: '* * * * *', timezone: 'UTC' },
  ],
  [
    'ApiServerSource',
    source('ApiServerSource'),
    {
      ...sourceSpec,
      mode: 'Resource',
      resources: [{ apiVersion: 'v1', kind: 'Pod', selector }],
    },
  ],
  [
    'KafkaSource',
    source('KafkaSource'),
    { ...sourceSpec, topics: ['t'], consumerGroup: 'g' },
  ],
  [
    'SinkBinding',
    source('SinkBinding'),
    { ...sourceSpec, subject: { apiVersion: 'v1', kind: 'Pod', selector } },
  ],
  [
    'ContainerSource',
    source('ContainerSource'),
    { ...sourceSpec, template: { metadata: { labels: { app: 'cart' } } } },
  ],
  ['KafkaSink', parseSink(eventing('KafkaSink')), { topic: 't' }],
  [
    'Sequence',
    flow('Sequence'),
    { steps: [{ ...destination, delivery }], reply: destination },
  ],
  [
    'Parallel',
    flow('Parallel'),
    {
      branches: [
        {
          filter: destination,
          subscriber: destination,
          reply: destination,
          delivery,
        },
      ],
      reply: destination,
    },
  ],
  [
    'EventTransform',
    parseFlow(eventing('EventTransform')),
    { sink: destination },
  ],
  ['RequestReply', parseFlow(eventing('RequestReply')), { brokerRef: ref }],
  [
    'EventPolicy',
    parseEventPolicy,
    {
      to: [{ ref }, { selector }],
      from: [{ ref }, { sub: 's' }],
      filters: [{ exact: { type: 't' } }],
    },
  ],
];

const odd = [
  undefined,
  null,
  true,
  0,
  -1,
  '',
  'x',
  [],
  [null],
  ['x'],
  {},
  [{}],
];

/** Copies of a value, each with something odd in one place. */
function* spoilt(value: unknown): Generator<unknown, void> {
  yield* odd;
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      for (const other of spoilt(element)) {
        yield value.with(index, other);
      }
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) {
      for (const other of spoilt(field)) {
        yield { ...value, [key]: other };
      }
    }
  }
}

describe.each(readers)('%s', (_, parse, spec) => {
  const object = { metadata, spec, status };

  it('is read as it should be', () => {
    expect(() => parse(object)).not.toThrow();
  });

  it('is malformed at worst, whatever stands in its metadata or spec', () => {
    const objects = [
      ...[...spoilt(metadata)].map(other => ({ ...object, metadata: other })),
      ...[...spoilt(spec)].map(other => ({ ...object, spec: other })),
    ];
    const errors = objects.flatMap(spoiltObject => {
      try {
        parse(spoiltObject);
        return [];
      } catch (error) {
        return [error];
      }
    });
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.filter(error => !(error instanceof MalformedObject))).toEqual(
      [],
    );
  });

  it('is read whatever stands in its status', () => {
    for (const other of spoilt(status)) {
      expect(() => parse({ ...object, status: other })).not.toThrow();
    }
  });

  it('is read whatever it belongs to', () => {
    for (const ownerReferences of spoilt(metadata.ownerReferences)) {
      const spoiltMetadata = { ...metadata, ownerReferences };
      expect(() =>
        parse({ ...object, metadata: spoiltMetadata }),
      ).not.toThrow();
    }
  });
});
