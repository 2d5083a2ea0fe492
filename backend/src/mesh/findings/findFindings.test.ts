import { meshOf } from '../../__testUtils__/meshParts';
import {
  anyObject,
  broker,
  eventType,
  ofType,
  referenceTo,
  service,
  trigger,
} from '../../__testUtils__/objects';
import { severityOf, type FindingCode } from './codes';

type ApiObject = ReturnType<typeof anyObject>;

const messaging = 'messaging.knative.dev/v1';
const sources = 'sources.knative.dev/v1';
const flows = 'flows.knative.dev/v1';

const linked = service('shop/a', { label: 'a' });
const missing = service('shop/missing');
const deadLetterSink = { deadLetterSink: { ref: referenceTo(linked) } };
const keeping = withSpec(broker('shop/default', 'MTChannelBasedBroker'), {
  delivery: deadLetterSink,
});
const channel = withSpec(anyObject(messaging, 'InMemoryChannel', 'shop/c'), {
  delivery: deadLetterSink,
});
const described = { schemaData: '{"type":"object"}' };

function withSpec(object: ApiObject, spec: object): ApiObject {
  return { ...object, ...{ spec } };
}

function subscription(spec: object, key = 'shop/s') {
  return anyObject(messaging, 'Subscription', key, {
    spec: {
      channel: referenceTo(channel),
      subscriber: { ref: referenceTo(linked) },
      ...spec,
    },
  });
}

function notReady(object: ApiObject, status: object = {}, reason = 'R') {
  const condition = { type: 'Ready', status: 'False', reason, message: 'M.' };
  return {
    ...object,
    ...{
      status: { observedGeneration: 1, conditions: [condition], ...status },
    },
  };
}

/** `<code> <kind> <name>` of all findings. */
function findingsOf(
  objects: ApiObject[],
  overrides?: Parameters<typeof meshOf>[1],
) {
  return meshOf([...objects, linked], overrides).findings.map(
    ({ code, object }) => `${code} ${object.kind} ${object.name}`,
  );
}

const cases: [FindingCode, string, ApiObject[], string][] = [
  [
    'brokerMissing',
    'a trigger of a broker that does not exist',
    [trigger('shop/t', 'gone', 'Service/a')],
    'Trigger t',
  ],
  [
    'channelMissing',
    'a Subscription to a channel that does not exist',
    [subscription({})],
    'Subscription s',
  ],
  [
    'providerMissing',
    'an event type of a broker that does not exist',
    [eventType('shop/e', 'e', 'gone', described)],
    'EventType e',
  ],
  [
    'subscriberMissing',
    'a trigger to an object that does not exist',
    [keeping, trigger('shop/t', 'default', 'Service/missing')],
    'Trigger t',
  ],
  [
    'subscriberMissing',
    'a Subscription to an object that does not exist',
    [channel, subscription({ subscriber: { ref: referenceTo(missing) } })],
    'Subscription s',
  ],
  [
    'subscriberMissing',
    'a step that does not exist',
    [
      anyObject(flows, 'Sequence', 'shop/steps', {
        spec: { steps: [{ ref: referenceTo(missing) }] },
      }),
    ],
    'Sequence steps',
  ],
  [
    'subscriberMissing',
    'the filter of a branch that does not exist',
    [
      anyObject(flows, 'Parallel', 'shop/branches', {
        spec: {
          branches: [
            {
              filter: { ref: referenceTo(missing) },
              subscriber: { ref: referenceTo(linked) },
            },
          ],
        },
      }),
    ],
    'Parallel branches',
  ],
  [
    'replyMissing',
    'a Subscription that replies to what does not exist',
    [channel, subscription({ reply: { ref: referenceTo(broker('shop/x')) } })],
    'Subscription s',
  ],
  [
    'sinkMissing',
    'a source to what does not exist',
    [
      anyObject(sources, 'PingSource', 'shop/p', {
        spec: { sink: { ref: referenceTo(missing) } },
      }),
    ],
    'PingSource p',
  ],
  [
    'workloadMissing',
    'a SinkBinding of what does not exist',
    [
      anyObject(sources, 'SinkBinding', 'shop/b', {
        spec: {
          sink: { ref: referenceTo(linked) },
          subject: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'd' },
        },
      }),
    ],
    'SinkBinding b',
  ],
  [
    'deadLetterSinkMissing',
    'a broker with a dead letter sink that does not exist',
    [
      withSpec(broker('shop/default', 'Kafka'), {
        delivery: { deadLetterSink: { ref: referenceTo(missing) } },
      }),
      trigger('shop/t', 'default', 'Service/a'),
    ],
    'Broker default',
  ],
  [
    'noDeadLetterSink',
    'a broker with triggers that lose events',
    [
      broker('shop/default', 'Kafka'),
      trigger('shop/t1', 'default', 'Service/a'),
      trigger('shop/t2', 'default', 'Service/a'),
    ],
    'Broker default',
  ],
  [
    'noDeadLetterSink',
    'a channel with Subscriptions that lose events',
    [anyObject(messaging, 'InMemoryChannel', 'shop/c'), subscription({})],
    'InMemoryChannel c',
  ],
  [
    'deadLetterSinkHidden',
    'a trigger whose delivery hides the one of a Kafka broker',
    [
      withSpec(broker('shop/default', 'Kafka'), { delivery: deadLetterSink }),
      trigger('shop/t', 'default', 'Service/a', { delivery: { retry: 1 } }),
    ],
    'Trigger t',
  ],
  [
    'eventTypeNotConsumed',
    'an event type without a trigger that passes it',
    [keeping, eventType('shop/e', 'e', 'default', described)],
    'EventType e',
  ],
  [
    'eventTypeNotConsumed',
    'an event type of a channel without Subscriptions',
    [
      channel,
      eventType('shop/e', 'e', undefined, {
        reference: referenceTo(channel),
        ...described,
      }),
    ],
    'EventType e',
  ],
  [
    'triggerMatchesNothing',
    'a trigger that passes no known event type',
    [
      keeping,
      eventType('shop/e', 'e', 'default', described),
      trigger('shop/all', 'default', 'Service/a'),
      trigger('shop/t', 'default', 'Service/a', ofType('other')),
    ],
    'Trigger t',
  ],
  [
    'noSchema',
    'an event type without a schema',
    [
      keeping,
      eventType('shop/e', 'e', 'default'),
      trigger('shop/t', 'default', 'Service/a'),
    ],
    'EventType e',
  ],
  [
    'notReady',
    'what says that it is not ready',
    [notReady(anyObject('sinks.knative.dev/v1', 'JobSink', 'shop/j'))],
    'JobSink j',
  ],
  [
    'policyNotEnforced',
    'a policy without authentication in the cluster',
    [
      notReady(
        anyObject('eventing.knative.dev/v1alpha1', 'EventPolicy', 'shop/p', {
          spec: {},
        }),
        {},
        'OIDCAuthenticationDisabled',
      ),
    ],
    'EventPolicy p',
  ],
  [
    'subscriberNotLinked',
    'a subscriber without an id, once',
    [
      keeping,
      service('shop/unlinked'),
      trigger('shop/t1', 'default', 'Service/unlinked'),
      trigger('shop/t2', 'default', 'Service/unlinked'),
    ],
    'Service unlinked',
  ],
];

describe('findings', () => {
  it.each(cases)('%s: %s', (code, _, objects, object) => {
    expect(findingsOf(objects)).toEqual([`${code} ${object}`]);
  });

  it('are none where all is well', () => {
    expect(
      findingsOf([
        keeping,
        eventType('shop/e', 'e', 'default', described),
        trigger('shop/t', 'default', 'Service/a'),
        channel,
        subscription({ reply: { ref: referenceTo(keeping) } }),
      ]),
    ).toEqual([]);
  });

  it.each(
    cases.filter(
      ([code]) => !['notReady', 'noSchema', 'policyNotEnforced'].includes(code),
    ),
  )('%s is not said where it was not read: %s', (code, _, objects) => {
    const found = findingsOf(objects, {
      isRead: () => false,
      findDestination: () => ({ found: 'unknown' }),
    });
    const told: FindingCode[] = [
      // What they are about was read.
      'noDeadLetterSink',
      'deadLetterSinkHidden',
    ];
    expect(found.filter(text => text.startsWith(code))).toHaveLength(
      told.includes(code) ? 1 : 0,
    );
  });

  it('tell of different schemas for one type, each of the other', () => {
    const found = meshOf([
      keeping,
      trigger('shop/t', 'default', 'Service/a'),
      linked,
      eventType('shop/one', 'e', 'default', {
        schemaData: '{"type":"object"}',
      }),
      eventType('shop/same', 'e', 'default', {
        schemaData: '{ "type": "object" }',
      }),
      eventType('shop/other', 'e', 'default', {
        schemaData: '{"type":"array"}',
      }),
    ]).findings;
    expect(
      found.map(({ code, object, message }) => [code, object.name, message]),
    ).toEqual([
      [
        'differentSchemas',
        'one',
        'e has another schema here than in EventType shop/other.',
      ],
      [
        'differentSchemas',
        'other',
        'e has another schema here than in EventType shop/one, shop/same.',
      ],
      [
        'differentSchemas',
        'same',
        'e has another schema here than in EventType shop/other.',
      ],
    ]);
  });

  it('do not repeat that something is not ready because something is missing', () => {
    const broken = notReady(trigger('shop/t', 'gone', 'Service/a'));
    expect(findingsOf([broken])).toEqual(['brokerMissing Trigger t']);
  });

  it('tell why something is not ready', () => {
    const sink = anyObject('sinks.knative.dev/v1', 'JobSink', 'shop/j');
    expect(meshOf([notReady(sink)]).findings[0].message).toBe(
      'JobSink shop/j is not ready: R: M.',
    );
  });

  it('do not miss a schema where Knative itself has created the event type', () => {
    const observed = eventType('shop/e', 'e', 'default');
    const { name, uid } = keeping.metadata;
    const owner = { apiVersion: keeping.apiVersion, kind: 'Broker', name, uid };
    Object.assign(observed.metadata, { ownerReferences: [owner] });
    expect(
      findingsOf([
        keeping,
        observed,
        trigger('shop/t', 'default', 'Service/a'),
      ]),
    ).toEqual([]);
  });

  it('do not go by a status that is older than the object', () => {
    const stale = notReady(
      anyObject('sinks.knative.dev/v1', 'JobSink', 'shop/j'),
      { observedGeneration: 0 },
    );
    expect(findingsOf([stale])).toEqual([]);
  });

  it('say so where not all namespaces are read', () => {
    const { findings } = meshOf(
      [keeping, eventType('shop/e', 'e', 'default', described), linked],
      { isWholeCluster: false },
    );
    expect(findings[0].message).toContain('of the namespaces that are read');
  });

  it('name at most five of many', () => {
    const triggers = Array.from({ length: 200 }, (_, index) =>
      trigger(`shop/t${index}`, 'default', 'Service/a'),
    );
    const { findings } = meshOf([
      broker('shop/default', 'Kafka'),
      linked,
      ...triggers,
    ]);
    expect(findings).toHaveLength(1);
    expect(findings[0].message).toContain('200 triggers');
    expect(findings[0].message).toContain('and 195 more');
  });

  it('have a case for each code, here or in a test of its own', () => {
    const elsewhere: FindingCode[] = [
      'differentSchemas',
      'filterNotEvaluated',
      'filtersIgnored',
      'invalidFilter',
      'malformedObject',
    ];
    expect(
      [...new Set([...cases.map(([code]) => code), ...elsewhere])].sort(),
    ).toEqual(Object.keys(severityOf).sort());
  });
});
