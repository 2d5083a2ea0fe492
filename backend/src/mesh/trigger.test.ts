import { parseTrigger } from './trigger';

const metadata = { name: 't', namespace: 'shop', uid: 'u', generation: 2 };
const ref = { apiVersion: 'v1', kind: 'Service', name: 'cart' };

function parse(spec: object, status?: object) {
  return parseTrigger({
    metadata,
    spec: { broker: 'default', ...spec },
    status,
  });
}

describe('parseTrigger: broker (knative.md 3.1)', () => {
  it.each([
    [{}, { namespace: 'shop', name: 'default' }],
    [{ brokerRef: { name: 'other' } }, { namespace: 'shop', name: 'other' }],
    [
      { brokerRef: { name: 'other', namespace: 'platform' } },
      { namespace: 'platform', name: 'other' },
    ],
    [
      { broker: undefined, brokerRef: { name: 'other' } },
      { namespace: 'shop', name: 'other' },
    ],
  ])('%j', (spec, expected) => {
    expect(parse(spec).broker).toEqual(expected);
  });
});

describe('parseTrigger: filters', () => {
  it.each([
    [{}, undefined, undefined],
    [{ filter: {} }, undefined, undefined],
    [{ filter: null, filters: null }, undefined, undefined],
    [{ filter: { attributes: {} }, filters: [] }, undefined, undefined],
    [{ filter: { attributes: { type: 'a' } } }, { type: 'a' }, undefined],
    [{ filters: [{ cesql: 'TRUE' }] }, undefined, [{ cesql: 'TRUE' }]],
  ])('%j', (spec, filter, filters) => {
    const trigger = parse(spec);
    expect(trigger.filter).toEqual(filter);
    expect(trigger.filters).toEqual(filters);
  });
});

describe('parseTrigger: subscriber', () => {
  it.each([
    [{}, undefined],
    [{ subscriber: {} }, undefined],
    [
      { subscriber: { ref, uri: '/events' } },
      {
        reference: {
          group: '',
          kind: 'Service',
          namespace: 'shop',
          name: 'cart',
        },
        uri: '/events',
      },
    ],
    [{ subscriber: { uri: 'http://x' } }, { uri: 'http://x' }],
  ])('%j', (spec, expected) => {
    expect(parse(spec).subscriber).toEqual(expected);
  });
});

describe('parseTrigger: what its condition says of the subscriber', () => {
  const notFound = 'failed to get object shop/cart: services "cart" not found';
  it.each([
    ['none', undefined, undefined, 2, 'unknown'],
    ['resolved', 'True', undefined, 2, 'yes'],
    ['resolved, of an older generation', 'True', undefined, 1, 'unknown'],
    ['not found', 'False', notFound, 2, 'no'],
    ['not found, of an older generation', 'False', notFound, 1, 'unknown'],
    ['without address', 'False', 'address not set', 2, 'unknown'],
    [
      'another object not found',
      'False',
      'secrets "x" not found',
      2,
      'unknown',
    ],
    ['undecided', 'Unknown', notFound, 2, 'unknown'],
  ])('%s', (_, status, message, observedGeneration, expected) => {
    const conditions = status
      ? [{ type: 'SubscriberResolved', status, message }]
      : [];
    const trigger = parse(
      { subscriber: { ref } },
      { observedGeneration, conditions },
    );
    expect(trigger.subscriberResolved).toBe(expected);
  });

  it('says nothing of an address', () => {
    const conditions = [{ type: 'SubscriberResolved', status: 'True' }];
    const trigger = parse(
      { subscriber: { uri: 'http://x' } },
      { observedGeneration: 2, conditions },
    );
    expect(trigger.subscriberResolved).toBe('unknown');
  });
});

describe('parseTrigger: the source that it depends on (knative.md 3.1)', () => {
  const dependencyOf = (annotation: string) =>
    parseTrigger({
      metadata: {
        ...metadata,
        annotations: { 'knative.dev/dependency': annotation },
      },
      spec: { broker: 'default' },
    }).dependency;
  const ping = {
    apiVersion: 'sources.knative.dev/v1',
    kind: 'PingSource',
    name: 'ping',
  };

  it.each([
    ['in its own namespace', ping],
    ['whatever namespace is written', { ...ping, namespace: 'other' }],
  ])('%s', (_, written) => {
    expect(dependencyOf(JSON.stringify(written))).toEqual({
      group: 'sources.knative.dev',
      kind: 'PingSource',
      namespace: 'shop',
      name: 'ping',
    });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"kind":"PingSource"}',
    '{"name":7}',
  ])('is none in %j', annotation => {
    expect(dependencyOf(annotation)).toBeUndefined();
  });
});

describe('parseTrigger: delivery (knative.md 4.2)', () => {
  it.each([
    [{}, {}, {}],
    [
      { delivery: { retry: 3, deadLetterSink: { ref } } },
      { deadLetterSinkUri: 'http://dead' },
      {
        delivery: {
          deadLetterSink: {
            reference: {
              group: '',
              kind: 'Service',
              namespace: 'shop',
              name: 'cart',
            },
          },
          settings: new Map([['retry', '3']]),
        },
        deadLetterSinkUri: 'http://dead',
      },
    ],
    // It hides that of the broker all the same (knative.md 4.3).
    [{ delivery: {} }, {}, { delivery: { settings: new Map() } }],
    [{}, { deadLetterSinkUri: 7 }, {}],
  ])('%j %j', (spec, status, expected) => {
    const { delivery, deadLetterSinkUri } = parse(spec, status);
    expect({ delivery, deadLetterSinkUri }).toEqual(expected);
  });
});

it('reads what a Trigger belongs to', () => {
  const ownerReferences = [
    {
      apiVersion: 'eventing.knative.dev/v1alpha1',
      kind: 'RequestReply',
      name: 'rr',
      uid: 'r',
      controller: true,
    },
  ];
  const trigger = parseTrigger({
    metadata: { ...metadata, ownerReferences },
    spec: { broker: 'default' },
  });
  expect(trigger.owners).toEqual([
    {
      group: 'eventing.knative.dev',
      kind: 'RequestReply',
      name: 'rr',
      uid: 'r',
      controller: true,
    },
  ]);
});

it.each(['x', [], { conditions: 'x' }, { conditions: [{ type: 7 }, null] }])(
  'does not lose a Trigger with its status: %j',
  status => {
    expect(parse({}, status as object)).toEqual(parse({}));
  },
);

describe('parseTrigger refuses', () => {
  it.each([
    [{ broker: undefined }, 'broker is missing'],
    [{ broker: 7 }, 'broker is not text'],
    [{ filters: { exact: {} } }, 'filters is not a list'],
    [{ filter: { attributes: { a: 1 } } }, 'a value in attributes is not text'],
    [{ subscriber: { ref: { kind: 'Service' } } }, 'name is missing'],
    [{ delivery: [] }, 'delivery is not an object'],
  ])('%j', (spec, message) => {
    expect(() => parse(spec)).toThrow(message);
  });

  it('filters that could not be written as JSON again', () => {
    const nested = (count: number) =>
      JSON.parse(`[${'{"not":'.repeat(count)}{}${'}'.repeat(count)}]`);
    expect(() => parse({ filters: nested(10_000) })).toThrow(
      'filters has more than 200 levels of lists and objects',
    );
    const read = parse({ filters: nested(198) });
    expect(JSON.stringify(read)).toContain('{"not":{}}');
  });

  it('an object without spec', () => {
    expect(() => parseTrigger({ metadata })).toThrow('spec is missing');
  });
});
