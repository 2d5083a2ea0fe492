import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { parse } from 'yaml';
import {
  broker,
  eventType,
  knativeService,
  ofType,
  service,
  trigger,
} from './__testUtils__/objects';
import {
  meshReader,
  startTestMesh,
  type Answer,
} from './__testUtils__/startTestMesh';

interface Schema {
  [keyword: string]: unknown;
}

/** Forbids fields that the document does not name. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(closed);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const inner: Schema = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value)]),
  );
  return inner.type === 'object' && inner.properties
    ? { additionalProperties: false, ...inner }
    : inner;
}

const status = {
  observedGeneration: 1,
  address: { url: 'http://broker-ingress/shop/default' },
  conditions: [
    {
      type: 'Ready',
      status: 'False',
      reason: 'NotYet',
      message: 'Not yet.',
      lastTransitionTime: '2026-01-01T00:00:00Z',
    },
  ],
};

const objects = [
  broker('shop/default', 'MTChannelBasedBroker', status),
  broker('cart/default'),
  {
    ...eventType('shop/order', 'com.acme.order', 'default', {
      source: '/shop/{id}',
      schema: 'https://example.com/order.json',
      schemaData: '{"type":"object"}',
      description: 'An order.',
    }),
    status,
  },
  eventType('shop/orphan', 'com.acme.orphan'),
  eventType('shop/malformed', ''),
  trigger(
    'shop/certain',
    'default',
    'KnativeService/ledger',
    ofType('com.acme.order'),
    status,
  ),
  trigger('shop/variables', 'default', 'Service/stock', {
    filter: { attributes: { source: '/shop/1', subject: 'x', dataschema: '' } },
  }),
  trigger(
    'shop/filters',
    'default',
    { subscriber: { uri: 'http://x' } },
    {
      filters: [{ exact: { type: 'a' } }, { cesql: "type = 'a'" }],
    },
  ),
  trigger('cart/class', 'default', undefined, {
    filter: { attributes: { subject: '' } },
  }),
  knativeService('shop/ledger', { label: 'ledger' }),
  service('shop/stock', { annotation: 'stock' }),
];

describe('the contract', () => {
  const validators = loadValidators();

  async function loadValidators() {
    const file = join(__dirname, '..', 'openapi', 'event-mesh-v1.yaml');
    const document = parse(await readFile(file, 'utf8'));
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    ajv.addSchema({
      $id: 'event-mesh',
      components: closed(document.components),
    });
    const of = (schema: string) =>
      ajv.compile({ $ref: `event-mesh#/components/schemas/${schema}` });
    return {
      schemas: document.components.schemas as Record<
        string,
        { properties: object }
      >,
      documented: Object.keys(
        document.paths['/getEventMesh'].get.responses,
      ).map(Number),
      EventMesh: of('EventMesh'),
      Error: of('Error'),
    };
  }

  async function expectDocumented(answer: Answer) {
    const { documented, EventMesh, Error } = await validators;
    expect(documented).toContain(answer.status);
    const validate = answer.status === 200 ? EventMesh : Error;
    validate(answer.body);
    expect(validate.errors ?? []).toEqual([]);
  }

  it('would notice a field that is not documented', async () => {
    const { EventMesh } = await validators;
    const mesh = {
      eventTypes: [],
      brokers: [],
      subscribables: [],
      sources: [],
      omitted: [{ reason: 'forbidden', message: '', secret: 1 }],
    };
    expect(EventMesh(mesh)).toBe(false);
  });

  it('holds for whole, empty and partial answers, and for failures', async () => {
    const mesh = await startTestMesh({
      objects,
      tokens: { narrow: [meshReader(['shop'])] },
    });
    const narrow = { authorization: 'Bearer narrow' };
    const answers = [
      await mesh.getMesh(),
      await mesh.getMesh('?namespace=nowhere'),
      await mesh.getMesh('?namespace=shop&namespace=cart', narrow),
      await mesh.getMesh('?unknown=1'),
      await mesh.getMesh('', {}),
      await mesh.getMesh('', narrow),
      await mesh.get('/unknown'),
    ];
    mesh.cluster.inject({ match: /brokers/, status: 500 });
    answers.push(await mesh.getMesh());
    await mesh.close();

    expect(answers.map(answer => answer.status)).toEqual([
      200, 200, 200, 400, 401, 403, 404, 503,
    ]);
    for (const answer of answers) {
      await expectDocumented(answer);
    }
  });

  it('is used whole: each documented field stands in some answer', async () => {
    const mesh = await startTestMesh({ objects });
    const { body } = await mesh.getMesh();
    await mesh.close();
    const { schemas } = await validators;
    const subscribers = body.triggers.flatMap(
      ({ subscriber }: { subscriber?: object }) => subscriber ?? [],
    );
    const answered: Record<string, object[]> = {
      EventMesh: [body],
      EventType: body.eventTypes,
      Broker: body.brokers,
      Trigger: body.triggers,
      Subscriber: subscribers,
      Finding: body.findings,
    };
    for (const [schema, instances] of Object.entries(answered)) {
      expect([
        schema,
        [...new Set(instances.flatMap(Object.keys))].sort(),
      ]).toEqual([schema, Object.keys(schemas[schema].properties).sort()]);
    }
  });
});
