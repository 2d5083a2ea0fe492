import { parseEventType } from './eventType';

const metadata = { name: 'order', namespace: 'shop', uid: 'u' };
const always = [
  { name: 'id', required: true },
  { name: 'source', required: true },
  { name: 'specversion', required: true },
  { name: 'type', value: 'com.acme.order', required: true },
];
const broker = {
  group: 'eventing.knative.dev',
  kind: 'Broker',
  namespace: 'shop',
  name: 'default',
};

function parse(spec: object) {
  const {
    metadata: _,
    owners: __,
    ...rest
  } = parseEventType({ metadata, spec });
  return rest;
}

describe('parseEventType (knative.md 1.1)', () => {
  it.each([
    [
      'nothing but the type',
      { type: 'com.acme.order' },
      { type: 'com.acme.order', attributes: always },
    ],
    [
      'v1beta1 of old: broker',
      { type: 'com.acme.order', broker: 'default' },
      { type: 'com.acme.order', attributes: always, reference: broker },
    ],
    [
      'v1beta2',
      {
        type: 'com.acme.order',
        source: '/shop/%7Bid%7D',
        schema: 'https://s/1',
        schemaData: '{}',
        description: 'An order.',
        broker: 'ignored',
        reference: {
          apiVersion: 'eventing.knative.dev/v1',
          kind: 'Broker',
          name: 'default',
        },
      },
      {
        type: 'com.acme.order',
        description: 'An order.',
        schemaData: '{}',
        schemaURL: 'https://s/1',
        reference: broker,
        attributes: [
          { name: 'dataschema', value: 'https://s/1', required: false },
          always[0],
          { name: 'source', value: '/shop/{id}', required: true },
          always[2],
          always[3],
        ],
      },
    ],
    [
      'v1beta3',
      {
        reference: {
          apiVersion: 'messaging.knative.dev/v1',
          kind: 'Channel',
          name: 'c',
          namespace: 'other',
        },
        attributes: [
          { name: 'type', required: true, value: 'com.acme.order' },
          { name: 'schemadata', required: false, value: 'https://s/1' },
        ],
      },
      {
        type: 'com.acme.order',
        schemaURL: 'https://s/1',
        reference: {
          group: 'messaging.knative.dev',
          kind: 'Channel',
          namespace: 'other',
          name: 'c',
        },
        attributes: [
          { name: 'dataschema', value: 'https://s/1', required: false },
          ...always,
        ],
      },
    ],
  ])('%s', (_, spec, expected) => {
    expect(parse(spec)).toEqual(expected);
  });

  it.each([
    [{}, 'type is missing'],
    [{ type: '' }, 'type is missing'],
    [{ type: 7 }, 'type is not text'],
    [{ attributes: [7] }, 'an element of attributes is not an object'],
    [{ attributes: [{ value: 'x' }] }, 'name is missing'],
    [{ type: 'a', reference: {} }, 'kind is missing'],
  ])('refuses %j', (spec, message) => {
    expect(() => parse(spec)).toThrow(message);
  });
});

describe('the schema that Knative has erased (knative.md 1.1)', () => {
  const applied = (text: string, spec: object = {}) =>
    parseEventType({
      metadata: {
        ...metadata,
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': text,
        },
      },
      spec: { type: 'com.acme.order', ...spec },
    });
  const text = JSON.stringify({ spec: { schemaData: '{"type":"object"}' } });

  it('is read from what was applied', () => {
    expect(applied(text).schemaData).toBe('{"type":"object"}');
  });

  it('is that of the object where it still has one', () => {
    expect(applied(text, { schemaData: '{}' }).schemaData).toBe('{}');
  });

  it('does not bring the annotation along', () => {
    expect(applied(text).metadata.annotations).toEqual({});
  });

  it.each([
    'schemaData',
    'null /* schemaData',
    '{"spec": "schemaData"}',
    '{"spec": {"schemaData": 5}}',
    '{"schemaData": "{}"}',
    '["schemaData"]',
  ])('is not there in %s', annotation => {
    expect(applied(annotation).schemaData).toBeUndefined();
  });
});

describe('where an EventType comes from (knative.md 5)', () => {
  const owned = (ownerReferences?: unknown) =>
    parseEventType({
      metadata: { ...metadata, ownerReferences },
      spec: { type: 'com.acme.order' },
    }).owners;
  const owner = {
    apiVersion: 'sources.knative.dev/v1',
    kind: 'PingSource',
    name: 'ping',
    uid: 's',
  };

  it.each([
    ['somebody has written it', undefined, []],
    ['the controller of a source', [{ ...owner, controller: true }], [true]],
    ['Knative has seen it at a provider', [owner], [false]],
  ])('%s', (_, ownerReferences, expected) => {
    expect(owned(ownerReferences)).toEqual(
      expected.map(controller => ({
        group: 'sources.knative.dev',
        kind: 'PingSource',
        name: 'ping',
        uid: 's',
        controller,
      })),
    );
  });

  it.each([
    ['Trigger', 'eventing.knative.dev'],
    ['Subscription', 'messaging.knative.dev'],
  ])('a reply that was seen refers to a %s', (kind, group) => {
    const reference = { apiVersion: `${group}/v1`, kind, name: 't' };
    const read = parse({ type: 'com.acme.order', reference });
    expect(read.reference).toEqual({
      group,
      kind,
      namespace: 'shop',
      name: 't',
    });
  });
});
