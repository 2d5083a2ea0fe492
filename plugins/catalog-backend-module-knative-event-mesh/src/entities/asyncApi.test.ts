import { Parser } from '@asyncapi/parser';
import type { EventConsumer } from 'backstage-plugin-knative-event-mesh-common';
import { broker, eventType } from '../testUtils';
import { asyncApiDefinition, type DefinitionInput } from './asyncApi';
import type { MeshObject } from './meshIndex';
import { readSchema } from './schemaPayload';

// The parser takes half a second per definition.
jest.setTimeout(60_000);

const consumer: EventConsumer = {
  via: { kind: 'Trigger', namespace: 'payments', name: 'fraud', filter: [] },
  match: 'yes',
  reasons: [],
  subscriber: {
    reference: {
      group: '',
      kind: 'Service',
      namespace: 'payments',
      name: 'fraud-detector',
    },
    found: 'yes',
  },
  link: { state: 'linked', components: ['component:default/fraud-detector'] },
};

function input(overrides: Partial<DefinitionInput> = {}): DefinitionInput {
  return {
    environment: 'dev',
    eventType: eventType(),
    provider: brokerAt(broker().address),
    consumers: [consumer],
    ...overrides,
  };
}

function brokerAt(address: string | undefined): MeshObject {
  return {
    role: 'broker',
    reference: {
      group: 'eventing.knative.dev',
      kind: 'Broker',
      namespace: 'payments',
      name: 'default',
    },
    entityRef: 'component:payments/default-broker',
    object: broker({ address }),
  };
}

function through(name: string, namespace = 'payments'): EventConsumer {
  return { ...consumer, via: { kind: 'Trigger', namespace, name, filter: [] } };
}

const hostile = [
  '{id}/{',
  '__proto__',
  'constructor',
  'a?b#c',
  '$ref',
  '#/channels/events',
  '"}],\\',
  '*anchor: &x !!js',
  '<script>alert(1)</script>',
  '支払い\u202e',
  '1',
  ' ',
];

const schemas: Record<string, object> = {
  references: {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $ref: '#/definitions/order%20~1~0%25',
    definitions: {
      'order /~%': {
        type: 'object',
        properties: {
          id: { $ref: '#id', description: 'Its number' },
          lines: { type: 'array', items: { $ref: '#/definitions/line' } },
        },
      },
      line: { properties: { of: { $ref: '#' }, no: { $ref: '#/x/no' } } },
      id: { $id: '#id', type: 'string' },
    },
    x: { no: false },
  },
  recursion: {
    $id: 'https://example.com/tree.json',
    properties: {
      name: { $ref: 'name.json', maxLength: 9 },
      children: { type: 'array', items: { $ref: 'tree.json#' } },
      parent: { anyOf: [{ $ref: '#' }, { type: 'null' }] },
    },
    $defs: { name: { $id: 'name.json', $anchor: 'a', type: 'string' } },
  },
  mutual: {
    $ref: '#/$defs/a',
    $defs: {
      a: { properties: { b: { $ref: '#/$defs/b' }, a: { $ref: '#/$defs/a' } } },
      b: { items: { $ref: '#/$defs/a' }, title: 'b' },
    },
  },
  object: { type: 'object', properties: { id: { type: 'string' } } },
  draft2020: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'not a url',
    $defs: { a: { type: 'string' } },
    prefixItems: [{}],
    pattern: '(',
    default: 5,
  },
  keywords: {
    properties: { deprecated: {}, discriminator: {}, schema: {}, 'a/~b': {} },
    schemaFormat: 'x',
    'x-foo': { a: [] },
    externalDocs: { url: 'https://example.com/a?b=c#d%20e' },
  },
};

describe('asyncApiDefinition', () => {
  it.each<[string, Partial<DefinitionInput>]>([
    ['everything that is known', {}],
    ['nothing but the type', { provider: undefined, consumers: [] }],
    [
      'hostile texts',
      {
        eventType: eventType({
          type: hostile.join('\n'),
          description: hostile.join('\n'),
          schemaURL: "https://example.com/a b|c^d?{e}='",
          attributes: hostile.map(name => ({
            name,
            value: name,
            required: true,
          })),
        }),
        consumers: hostile.map(name => ({
          ...through(name, name),
          match: 'maybe',
          reasons: [{ code: 'attributeOptional', text: name }],
          subscriber: { uri: name, found: 'unknown' },
        })),
      },
    ],
    ['an address that is no URL', { provider: brokerAt('broker ingress') }],
    [
      'an address with variables',
      { provider: brokerAt('http://a.b/{c}/%7Bd%7D?e#f') },
    ],
    ['an IPv6 address', { provider: brokerAt('https://[fd00::1]:8443/a/b') }],
    ...Object.entries(schemas).map(
      ([name, schema]): [string, Partial<DefinitionInput>] => {
        const schemaData = JSON.stringify(schema);
        const read = readSchema(schemaData);
        return [
          `the schema ${name}`,
          {
            eventType: eventType({ schemaData }),
            payload: 'payload' in read ? read.payload : { title: 'refused' },
          },
        ];
      },
    ),
  ])('parses with %s', async (_, overrides) => {
    const text = asyncApiDefinition(input(overrides));
    const { document, diagnostics } = await new Parser().parse(text);

    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(document?.version()).toBe('3.0.0');
    expect(document?.operations().all()).toHaveLength(
      (overrides.consumers ?? [consumer]).length,
    );
    expect(document?.allMessages().all()).toHaveLength(1);
    const [message] = document?.allMessages().all() ?? [];
    expect(message.hasPayload()).toBe(Boolean(overrides.payload));
    expect(text).not.toContain('refused');
    expect(message.examples().all()).toHaveLength(1);
    for (const [, reference] of text.matchAll(/"\$ref": "(.*)"/g)) {
      expect(reference).toMatch(/^#\//);
    }
  });

  it('says what a subscriber receives, from where, and through what', () => {
    const definition = JSON.parse(
      asyncApiDefinition(
        input({
          eventType: eventType({
            description: 'A payment was received',
            schemaURL: 'https://example.com/schema',
            attributes: [
              { name: 'source', value: '/shops/{id}', required: true },
              { name: 'region', value: 'eu west', required: false },
            ],
            schemaData: '{"properties":{"amount":{"const":7}}}',
          }),
          payload: { type: 'object' },
        }),
      ),
    );
    expect(definition).toEqual({
      asyncapi: '3.0.0',
      info: {
        title: 'com.example.payment.received',
        version: 'unversioned',
        description: 'A payment was received',
      },
      servers: {
        broker: {
          host: 'broker-ingress.knative-eventing.svc',
          pathname: '/payments/default',
          protocol: 'http',
          title: 'Broker payments/default',
        },
      },
      channels: {
        events: {
          address: 'com.example.payment.received',
          title: 'com.example.payment.received',
          messages: { event: { $ref: '#/components/messages/event' } },
          servers: [{ $ref: '#/servers/broker' }],
        },
      },
      operations: {
        fraud: {
          action: 'receive',
          channel: { $ref: '#/channels/events' },
          messages: [{ $ref: '#/channels/events/messages/event' }],
          summary:
            'Delivered by Trigger payments/fraud to Service payments/fraud-detector',
          tags: [{ name: 'Service payments/fraud-detector' }],
        },
      },
      components: {
        messages: {
          event: {
            name: 'com.example.payment.received',
            title: 'com.example.payment.received',
            description: 'A payment was received',
            contentType: 'application/json',
            externalDocs: {
              url: 'https://example.com/schema',
              description: 'Schema',
            },
            headers: {
              type: 'object',
              required: ['ce-id', 'ce-source', 'ce-specversion', 'ce-type'],
              properties: {
                'ce-id': {
                  type: 'string',
                  description:
                    'Tells the event from all others of the same source.',
                },
                'ce-region': { type: 'string', const: 'eu%20west' },
                'ce-source': {
                  type: 'string',
                  format: 'uri-reference',
                  description: 'As in /shops/{id}',
                },
                'ce-specversion': {
                  type: 'string',
                  description: 'The version of CloudEvents.',
                  const: '1.0',
                },
                'ce-type': {
                  type: 'string',
                  description: 'The kind of occurrence.',
                  const: 'com.example.payment.received',
                },
              },
            },
            payload: { type: 'object' },
            examples: [
              {
                name: 'sample',
                headers: {
                  'ce-id': 'sample-1',
                  'ce-region': 'eu%20west',
                  'ce-source': '/shops/id',
                  'ce-specversion': '1.0',
                  'ce-type': 'com.example.payment.received',
                },
                payload: { amount: 7 },
              },
            ],
          },
        },
      },
    });
  });

  it.each([
    ['a $ref', { a: { $ref: 'https://evil.example.com' } }],
    ['a key of the parser', { 'x-parser-a': 1 }],
  ])('leaves out a sample with %s', async (_, example) => {
    const text = asyncApiDefinition(
      input({
        eventType: eventType({
          schemaData: JSON.stringify({ examples: [example] }),
        }),
      }),
    );
    expect(JSON.parse(text).components.messages.event.examples).toEqual([
      { name: 'sample', headers: expect.anything() },
    ]);
  });

  it('says what a delivery hangs on, and what the filter leaves out', () => {
    const skipped = {
      code: 'filterSkipped' as const,
      text: 'An empty value asks for nothing.',
    };
    const { operations } = JSON.parse(
      asyncApiDefinition(
        input({
          consumers: [
            { ...through('certain'), reasons: [skipped] },
            {
              ...through('undecided'),
              match: 'maybe',
              reasons: [
                { code: 'attributeNotDeclared', text: 'It depends on `a`.' },
                skipped,
              ],
            },
          ],
        }),
      ),
    );

    expect(operations.certain).toMatchObject({
      summary: expect.stringMatching(/^Delivered/),
      description: '- Note: An empty value asks for nothing.',
    });
    expect(operations.undecided).toMatchObject({
      summary: expect.stringMatching(/^Possibly delivered/),
      description:
        '- It depends on `a`.\n- Note: An empty value asks for nothing.',
    });
  });

  it('names what events are sent to directly once', () => {
    const archive = {
      group: 'sinks.knative.dev',
      kind: 'JobSink',
      namespace: 'payments',
      name: 'archive',
    };
    const direct: EventConsumer = {
      ...consumer,
      via: { ...archive, filter: [] },
      subscriber: { reference: archive, found: 'yes' },
    };
    const { operations } = JSON.parse(
      asyncApiDefinition(input({ consumers: [direct] })),
    );
    expect(operations.archive.summary).toBe(
      'Delivered to JobSink payments/archive',
    );
  });

  it('takes a consumer for near where the event type comes from', () => {
    const provider = { ...brokerAt('http://a').reference, namespace: 'orders' };
    const { operations } = JSON.parse(
      asyncApiDefinition(
        input({
          eventType: eventType({ provider }),
          consumers: [through('fraud', 'orders')],
        }),
      ),
    );
    expect(Object.keys(operations)).toEqual(['fraud']);
  });

  it('names operations after triggers, also those of other namespaces', () => {
    const { operations } = JSON.parse(
      asyncApiDefinition(
        input({
          consumers: [
            through('fraud'),
            through('fraud', 'orders'),
            through('Fraud'),
            through('a'.repeat(253)),
          ],
        }),
      ),
    );
    expect(Object.keys(operations)).toEqual([
      'fraud',
      expect.stringMatching(/^fraud-orders-[0-9a-f]{8}$/),
      expect.stringMatching(/^fraud-[0-9a-f]{8}$/),
      'a'.repeat(253),
    ]);
  });

  it.each([
    ['application/cloudevents+json', 'application/cloudevents+json'],
    ['text/{format}', undefined],
    [undefined, undefined],
  ])('takes %s as content type', (value, expected) => {
    const definition = JSON.parse(
      asyncApiDefinition(
        input({
          eventType: eventType({
            attributes: [{ name: 'datacontenttype', value, required: true }],
          }),
        }),
      ),
    );
    const { event } = definition.components.messages;
    expect(event.contentType).toBe(expected);
    expect(event.headers.properties).not.toHaveProperty('ce-datacontenttype');
  });
});
