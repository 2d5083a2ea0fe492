import Ajv from 'ajv';
import { asyncApiSchemaOfSchemas } from './asyncApiSchemaOfSchemas';

/** As AsyncAPI writes it, in the keywords of interest. */
function asAsyncApiWritesIt() {
  const schema = { $ref: '#' };
  const schemas = { type: 'array', minItems: 1, items: schema };
  return {
    $id: 'as-asyncapi-writes-it',
    allOf: [
      { $ref: 'http://json-schema.org/draft-07/schema#' },
      {
        properties: {
          additionalProperties: schema,
          allOf: schemas,
          anyOf: schemas,
          oneOf: schemas,
          items: { anyOf: [schema, schemas] },
          not: schema,
          contains: schema,
          propertyNames: schema,
          properties: { additionalProperties: schema },
          patternProperties: { additionalProperties: schema },
          deprecated: { type: 'boolean' },
          discriminator: { type: 'string' },
        },
      },
    ],
  };
}

describe('asyncApiSchemaOfSchemas', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const theirs = ajv.compile(asAsyncApiWritesIt());
  const ours = ajv.compile(asyncApiSchemaOfSchemas());

  const nestings: [string, (schema: unknown) => object][] = [
    ...[
      ...['additionalItems', 'additionalProperties', 'contains', 'else', 'if'],
      ...['items', 'not', 'propertyNames', 'then'],
    ].map((keyword): [string, (schema: unknown) => object] => [
      keyword,
      schema => ({ [keyword]: schema }),
    ]),
    ...['allOf', 'anyOf', 'items', 'oneOf'].map(
      (keyword): [string, (schema: unknown) => object] => [
        `${keyword} as a list`,
        schema => ({ [keyword]: [{}, schema] }),
      ],
    ),
    ...['definitions', 'dependencies', 'patternProperties', 'properties'].map(
      (keyword): [string, (schema: unknown) => object] => [
        keyword,
        schema => ({ [keyword]: { a: schema } }),
      ],
    ),
  ];

  describe.each(nestings)('below %s', (_, nest) => {
    it.each<[string, unknown]>([
      ['an empty schema', {}],
      ['false', false],
      ['no schema', 7],
      ['a list', []],
      ['what draft-07 refuses', { type: 'strnig' }],
      ['what only AsyncAPI refuses', { deprecated: 'yes' }],
      ['the same deeper', { properties: { b: { discriminator: {} } } }],
      ['the same where it looks no further', { if: { deprecated: 'yes' } }],
    ])('demands of %s what AsyncAPI demands', (__, schema) => {
      const nested = nest(schema);

      expect(ours(nested)).toBe(theirs(nested));
      expect(ours(nest(nested))).toBe(theirs(nest(nested)));
    });
  });

  it('refuses and takes something', () => {
    expect(ours({ properties: { a: { deprecated: 'yes' } } })).toBe(false);
    expect(ours({ if: { deprecated: 'yes' } })).toBe(true);
  });
});
