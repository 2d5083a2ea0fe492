import { sampleData } from './sampleData';

const of = (schema: unknown) => sampleData(JSON.stringify(schema));

const nested = (levels: number): string =>
  `${'{"properties":{"a":'.repeat(levels)}{}${'}}'.repeat(levels)}`;

describe('sampleData', () => {
  it.each<[string, unknown, unknown]>([
    [
      'an object',
      {
        type: 'object',
        properties: {
          id: { type: 'string', format: 'uuid' },
          at: { type: 'string', format: 'date-time', minLength: 5 },
          amount: { type: 'integer', minimum: 1 },
          open: { type: 'boolean' },
        },
      },
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        amount: 1,
        open: true,
      },
    ],
    [
      'properties without a type',
      { properties: { a: { const: 1 } } },
      { a: 1 },
    ],
    ['a const of null', { const: null }, null],
    ['the type null', { type: 'null' }, null],
    ['an example', { type: 'string', examples: ['CH', 'DE'] }, 'CH'],
    ['a default before an enum', { enum: ['a', 'b'], default: 'b' }, 'b'],
    ['an enum', { enum: ['a', 'b'] }, 'a'],
    ['several types', { type: ['null', 'integer'] }, 0],
    [
      'a choice',
      { properties: { a: { anyOf: [{ type: 'null' }, { const: 1 }] } } },
      { a: 1 },
    ],
    [
      'a choice beside properties',
      {
        type: 'object',
        properties: { kind: { type: 'string' }, id: { const: 7 } },
        oneOf: [{ properties: { kind: { const: 'card' } } }, {}],
      },
      { kind: 'card', id: 7 },
    ],
    [
      'all of some',
      {
        allOf: [
          { properties: { a: { const: 1 } } },
          { properties: { b: { const: 2 } } },
          { type: 'string' },
        ],
        type: 'object',
      },
      // The last one counts of what contradicts itself.
      'string',
    ],
    ['a list', { type: 'array', items: { const: 1 } }, [1]],
    ['a list of two', { items: { const: 1 }, minItems: 2 }, [1, 1]],
    ['a tuple', { prefixItems: [{ const: 1 }, { const: 2 }] }, [1, 2]],
    ['a tuple of draft-07', { items: [{ const: 1 }, { const: 2 }] }, [1, 2]],
    ['a list of nothing', { type: 'array' }, []],
    ['a map', { additionalProperties: { const: 1 } }, { key: 1 }],
    [
      'definitions',
      {
        $ref: '#/definitions/order',
        definitions: {
          order: { properties: { to: { $ref: '#/$defs/a~1b%25' } } },
        },
        $defs: { 'a/b%': { const: 'there' } },
      },
      { to: 'there' },
    ],
    [
      'draft-04',
      {
        $schema: 'http://json-schema.org/draft-04/schema#',
        properties: {
          a: { type: 'integer', minimum: 1, exclusiveMinimum: true },
        },
      },
      { a: 2 },
    ],
    [
      'references that lead nowhere',
      {
        properties: {
          a: { $ref: 'https://example.com/a.json', type: 'string' },
          b: { $ref: '#/$defs/b', const: 1 },
        },
      },
      { a: 'string', b: 1 },
    ],
    [
      'a tree',
      {
        properties: {
          name: { const: 'root' },
          children: { type: 'array', items: { $ref: '#' } },
        },
      },
      {
        name: 'root',
        children: [{ name: 'root', children: [] }],
      },
    ],
    ['nothing that is allowed', { properties: { a: false } }, {}],
    [
      'a key that is a trap',
      JSON.parse(
        '{"properties":{"__proto__":{"const":1},"a":{"default":{"__proto__":{"b":1}}}}}',
      ),
      { a: {} },
    ],
  ])('makes a sample of %s', (_, schema, expected) => {
    const data = of(schema);
    expect(data).toEqual(expected);
    expect(JSON.stringify(data)).not.toContain('__proto__');
    expect(of(schema)).toEqual(data);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['XML', '<xs:schema/>'],
    ['cut JSON', '{"type":'],
    ['a boolean', 'true'],
    ['a list', '[]'],
    ['a schema that allows anything', '{}'],
    ['Avro', '{"type":"record","name":"a","fields":[]}'],
    ['a type that is none', '{"type":7}'],
    ['a reference to itself', '{"$ref":"#"}'],
    [
      'references in circles',
      '{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}',
    ],
    ['too much', `{"type":"string","title":"${'x'.repeat(300_000)}"}`],
  ])('makes none of %s', (_, text) => {
    expect(sampleData(text)).toBeUndefined();
  });

  const many = Array.from({ length: 40 }, (_, index) => index);
  it.each<[string, string]>([
    [
      'laughs a billion times',
      JSON.stringify({
        $ref: '#/$defs/0',
        $defs: Object.fromEntries(
          many.map(index => [
            index,
            {
              properties: Object.fromEntries(
                many.map(name => [name, { $ref: `#/$defs/${index + 1}` }]),
              ),
            },
          ]),
        ),
      }),
    ],
    [
      'refers to all from all',
      JSON.stringify({
        $ref: '#/$defs/0',
        $defs: Object.fromEntries(
          many.map(index => [
            index,
            { allOf: many.map(other => ({ $ref: `#/$defs/${other}` })) },
          ]),
        ),
      }),
    ],
    ['is deep', nested(10_000)],
    [
      'has a deep value',
      `{"default":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    ],
    [
      'wants long lists of long texts',
      JSON.stringify({
        items: { items: { type: 'string', minLength: 1e9 }, minItems: 1e9 },
        minItems: 1e9,
      }),
    ],
    [
      'has a long default in many places',
      JSON.stringify({
        properties: Object.fromEntries(
          many.map(name => [name, { $ref: '#/$defs/long' }]),
        ),
        $defs: { long: { default: 'x'.repeat(200_000) } },
      }),
    ],
    [
      'has keywords of any shape',
      JSON.stringify({
        type: 'object',
        required: 7,
        properties: {
          a: { type: 'string', minLength: 'x', maxLength: -5, format: {} },
          b: { type: 'array', items: 'x', minItems: '9', maxItems: -1 },
          c: { allOf: {}, oneOf: 'x', anyOf: [null, 7], enum: {} },
          d: { type: 'number', minimum: 'x', multipleOf: 0 },
          e: { $ref: 7, properties: [], additionalProperties: [] },
          f: { items: {}, maxItems: -1 },
          g: { items: {}, minItems: 0.5, maxItems: 1.5 },
        },
      }),
    ],
  ])('stays small and quick with a schema that %s', (_, text) => {
    const log = jest.spyOn(console, 'warn');
    const started = Date.now();
    const data = sampleData(text);
    expect(Date.now() - started).toBeLessThan(2_000);
    expect((JSON.stringify(data) ?? '').length).toBeLessThan(100_000);
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });
});
