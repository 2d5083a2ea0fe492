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
  const { metadata: _, ...rest } = parseEventType({ metadata, spec });
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
