import type { Entity } from '@backstage/catalog-model';
import { eventTypeEntity, received } from '../../__testUtils__/entities';
import { contractOf } from './contractOf';

function withDefinition(entity: Entity, definition: string): Entity {
  return { ...entity, spec: { ...entity.spec, definition } };
}

const asyncApi = {
  asyncapi: '3.0.0',
  servers: {
    broker: {
      protocol: 'http',
      host: 'broker.knative-eventing.svc',
      pathname: '/payments/default',
    },
  },
  components: {
    messages: { event: { payload: { properties: { amount: {} } } } },
  },
};

describe('contractOf', () => {
  it('puts what every event has first, with what is declared of it', () => {
    const { attributes } = contractOf(
      eventTypeEntity(received, [], {
        attributes: [
          { name: 'source', value: '/shops/{shop}', required: false },
          { name: 'country', required: true },
          { name: 'subject', value: 'order', required: false },
          { name: 'specversion', value: '0.3', required: true },
        ],
      }),
    );

    expect(attributes).toEqual([
      {
        name: 'country',
        isRequired: true,
        value: undefined,
        isTemplate: false,
      },
      { name: 'id', isRequired: true, value: undefined, isTemplate: false },
      {
        name: 'source',
        isRequired: true,
        value: '/shops/{shop}',
        isTemplate: true,
      },
      {
        name: 'specversion',
        isRequired: true,
        value: '1.0',
        isTemplate: false,
      },
      {
        name: 'type',
        isRequired: true,
        value: received.type,
        isTemplate: false,
      },
      { name: 'subject', isRequired: false, value: 'order', isTemplate: false },
    ]);
  });

  it('finds schema and address in the AsyncAPI definition', () => {
    const contract = contractOf(
      withDefinition(eventTypeEntity(received, []), JSON.stringify(asyncApi)),
    );

    expect(contract.schema?.tree).toEqual({ properties: { amount: {} } });
    expect(contract.address).toBe(
      'http://broker.knative-eventing.svc/payments/default',
    );
  });

  it('takes the schema as written where the definition cannot hold it', () => {
    const rawSchema = '{"$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}}';
    const contract = contractOf(
      withDefinition(
        eventTypeEntity(received, [], { rawSchema }),
        JSON.stringify(asyncApi),
      ),
    );

    expect(contract.schema).toEqual({
      text: rawSchema,
      isCut: false,
      tree: JSON.parse(rawSchema),
    });
  });

  it.each([
    ['Avro', '{"type":"record","name":"A","fields":[]}'],
    ['Protobuf', 'message A {}'],
    ['a list', '[]'],
  ])('shows %s as text alone', (_, rawSchema) => {
    const { schema } = contractOf(eventTypeEntity(received, [], { rawSchema }));

    expect(schema).toEqual({ text: rawSchema, isCut: false });
  });

  it('cuts what is longer than 256 KiB', () => {
    const rawSchema = `{"description":"${'x'.repeat(300 * 1024)}"}`;
    const { schema } = contractOf(eventTypeEntity(received, [], { rawSchema }));

    expect(schema?.isCut).toBe(true);
    expect(schema?.text).toHaveLength(256 * 1024);
    expect(schema?.tree).toBeUndefined();
  });

  it('knows of an entity of the upstream plugin what its definition says', () => {
    const plain: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: { name: 'paid', title: 'com.example.paid' },
      spec: { type: 'eventType', definition: '{"type":"object"}' },
    };

    expect(contractOf(plain)).toMatchObject({
      type: 'com.example.paid',
      schema: { tree: { type: 'object' } },
    });
    expect(contractOf({ ...plain, spec: { definition: '{}' } }).schema).toBe(
      undefined,
    );
    expect(contractOf({ ...plain, spec: undefined }).attributes).toHaveLength(
      4,
    );
  });

  it('takes no address that a browser or shell should not see', () => {
    const addressOf = (server: unknown) =>
      contractOf(
        withDefinition(
          eventTypeEntity(received, []),
          JSON.stringify({ asyncapi: '3.0.0', servers: { broker: server } }),
        ),
      ).address;

    expect(addressOf({ protocol: 'javascript', host: 'alert(1)' })).toBe(
      undefined,
    );
    expect(addressOf({ protocol: 'http', host: 'a b"' })).toBe(undefined);
    expect(addressOf('x')).toBe(undefined);
  });
});
