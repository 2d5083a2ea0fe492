import { schemaPropertyNames } from './schemaPropertyNames';

const namesIn = (schema: unknown) =>
  schemaPropertyNames(JSON.stringify(schema));

describe('schemaPropertyNames', () => {
  it('finds properties wherever a schema may have them, each once, sorted', () => {
    expect(
      namesIn({
        type: 'object',
        properties: {
          order: { properties: { id: {}, amount: { type: 'number' } } },
          lines: { items: { properties: { sku: {} } } },
          payer: { $ref: '#/$defs/party' },
        },
        allOf: [{ properties: { traceId: {} } }],
        if: { properties: { id: {} } },
        $defs: { party: { properties: { iban: {} } } },
      }),
    ).toEqual([
      'amount',
      'iban',
      'id',
      'lines',
      'order',
      'payer',
      'sku',
      'traceId',
    ]);
  });

  it('takes a property called `properties` for one, and no data for a schema', () => {
    expect(
      namesIn({
        properties: {
          properties: { properties: { inner: {} } },
          colour: { enum: [{ properties: { red: 1 } }] },
        },
        examples: [{ properties: { example: {} } }],
        default: { properties: { initial: {} } },
      }),
    ).toEqual(['colour', 'inner', 'properties']);
  });

  it('cleans names of what cannot be stored or typed', () => {
    expect(
      namesIn({ properties: { 'a\u0000b\u202e\nc': {}, '\u0007': {} } }),
    ).toEqual(['a b c']);
  });

  it('knows its bounds', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [`name${index}`, {}]),
    );
    expect(namesIn({ properties: many })).toHaveLength(500);
    const deep = `${'{"items":'.repeat(
      5000,
    )}{"properties":{"a":{}}}${'}'.repeat(5000)}`;
    expect(schemaPropertyNames(deep)).toEqual([]);
    expect(
      namesIn({ properties: { a: {} }, description: 'x'.repeat(256 * 1024) }),
    ).toEqual([]);
  });

  it.each([
    undefined,
    '',
    'syntax = "proto3";',
    '[]',
    'true',
    '{"properties":7}',
  ])('finds nothing in %p', text => {
    expect(schemaPropertyNames(text)).toEqual([]);
  });
});
