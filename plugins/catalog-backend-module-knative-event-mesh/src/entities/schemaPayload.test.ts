import { readSchema } from './schemaPayload';

const nested = (levels: number): object =>
  levels === 0 ? { type: 'string' } : { not: nested(levels - 1) };

describe('readSchema', () => {
  it.each([
    ['an empty schema', {}],
    ['no $schema', { type: 'object', properties: { a: { type: 'string' } } }],
    ['draft-06', { $schema: 'http://json-schema.org/draft-06/schema#' }],
    ['draft-07', { $schema: 'http://json-schema.org/draft-07/schema#' }],
    ['2019-09', { $schema: 'https://json-schema.org/draft/2019-09/schema' }],
    [
      '2020-12 with its own keywords',
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $defs: { a: { type: 'string' } },
        prefixItems: [{ type: 'string' }],
        unevaluatedProperties: false,
      },
    ],
    ['boolean subschemas', { properties: { a: true }, items: false }],
    [
      'properties named as keywords',
      {
        properties: {
          deprecated: {},
          discriminator: {},
          externalDocs: {},
          type: {},
        },
      },
    ],
    [
      'a property named constructor',
      { properties: { constructor: {}, toString: {} } },
    ],
    ['a default that does not fit', { type: 'string', default: 5 }],
    ['a pattern that is no regular expression', { pattern: '(' }],
    ['an unknown format', { format: 'whatever' }],
    ['64 levels', nested(60)],
  ])('takes a schema with %s', (_, schema) => {
    expect(readSchema(JSON.stringify(schema))).toEqual({ payload: schema });
  });

  it.each([
    ['no JSON', '<xs:schema/>', 'not a JSON object'],
    ['cut JSON', '{"type":', 'not a JSON object'],
    ['YAML', 'type: object', 'not a JSON object'],
    ['a list', '[]', 'not a JSON object'],
    ['a text', '"record"', 'not a JSON object'],
    ['true', 'true', 'not a JSON object'],
    ['null', 'null', 'not a JSON object'],
    ['nothing', ' ', 'not a JSON object'],
    [
      'draft-04',
      '{"$schema":"http://json-schema.org/draft-04/schema#"}',
      '$schema is not',
    ],
    ['a number as $schema', '{"$schema":7}', '$schema is not'],
    [
      'an unknown $schema',
      '{"$schema":"http://example.com/"}',
      '$schema is not',
    ],
    [
      'Avro',
      '{"type":"record","name":"a","fields":[]}',
      'not a valid JSON Schema: /type',
    ],
    [
      'an external $ref',
      '{"$ref":"http://evil.example.com/"}',
      'has the $ref "http://evil.example.com/" to another document',
    ],
    [
      'a dangling $ref',
      '{"properties":{"a":{"$ref":"#/$defs/A"}}}',
      'has the $ref "#/$defs/A" to nothing',
    ],
    [
      'a $ref in an example',
      '{"examples":[{"$ref":"http://evil.example.com/"}]}',
      'has a $ref where no schema stands',
    ],
    ['a property named $ref', '{"properties":{"$ref":{}}}', 'has a $ref where'],
    [
      'what AsyncAPI does not take, where a $ref leads',
      '{"items":{"$ref":"#/$defs/A"},"$defs":{"A":{"type":"strnig"}}}',
      'not a valid JSON Schema: /type',
    ],
    [
      'another format where a $ref leads',
      '{"$ref":"#/x/A","x":{"A":{"schemaFormat":"a","schema":{}}}}',
      'schema and schemaFormat',
    ],
    ['a $dynamicRef', '{"$dynamicRef":"#a"}', 'has a $dynamicRef'],
    [
      'a __proto__',
      '{"properties":{"__proto__":{"type":"string"}}}',
      'the key __proto__',
    ],
    [
      'a key of the parser',
      '{"x-parser-circular":true}',
      'the key x-parser-circular',
    ],
    ['an unknown type', '{"type":"strnig"}', 'not a valid JSON Schema: /type'],
    [
      'a list of properties',
      '{"properties":[]}',
      'not a valid JSON Schema: /properties',
    ],
    [
      'required as in draft-03',
      '{"properties":{"a":{"required":true}}}',
      '/properties/a/required',
    ],
    [
      'exclusiveMinimum as in draft-04',
      '{"minimum":1,"exclusiveMinimum":true}',
      '/exclusiveMinimum',
    ],
    [
      'a discriminator of OpenAPI',
      '{"discriminator":{"propertyName":"a"}}',
      '/discriminator',
    ],
    ['deprecated as text', '{"items":{"deprecated":"yes"}}', '/items'],
    ['externalDocs as text', '{"externalDocs":"x"}', '/externalDocs'],
    [
      'externalDocs with a URL that is not encoded',
      '{"externalDocs":{"url":"https://example.com/a b"}}',
      '/externalDocs/url',
    ],
    ['an empty enum', '{"enum":[]}', '/enum'],
    ['no entry in a tuple', '{"items":[]}', '/items'],
    [
      'another format inside',
      '{"schemaFormat":"application/vnd.apache.avro","schema":{}}',
      'schema and schemaFormat',
    ],
    ['65 levels', JSON.stringify(nested(70)), 'nested more than 64 levels'],
    [
      'a long enum',
      JSON.stringify({ enum: Array.from({ length: 2001 }, (_, i) => i) }),
      'more than 2000 entries',
    ],
  ])('shows %s as text', (_, text, reason) => {
    expect(readSchema(text)).toEqual({
      rawSchema: text,
      reason: expect.stringContaining(reason),
    });
  });

  it('cuts a text that is too long', () => {
    const text = `{"description":"${'x'.repeat(300_000)}"}`;
    expect(readSchema(text)).toEqual({
      rawSchema: text.slice(0, 256 * 1024),
      reason: expect.stringContaining('longer than 256 KiB'),
    });
  });

  it('does not run a regular expression of the cluster', () => {
    const started = Date.now();
    readSchema(
      JSON.stringify({
        type: 'string',
        pattern: '^(a+)+$',
        default: `${'a'.repeat(40)}!`,
        examples: [`${'a'.repeat(40)}!`],
      }),
    );
    expect(Date.now() - started).toBeLessThan(1_000);
  });
});
