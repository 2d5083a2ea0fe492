import { moveReferences } from './schemaReferences';

const PLACE = '#/place';
const A = { title: 'A' };
const draft07 = 'http://json-schema.org/draft-07/schema#';
const recent = 'https://json-schema.org/draft/2020-12/schema';

const at = ($ref: string, rest: object = {}) => ({
  properties: { a: { $ref } },
  ...rest,
});

function move(schema: object) {
  return moveReferences(JSON.parse(JSON.stringify(schema)), PLACE);
}

describe('moveReferences', () => {
  it.each<[string, object, object]>([
    [
      '$defs',
      at('#/$defs/A', { $defs: { A } }),
      at('#/place/%24defs/A', { $defs: { A } }),
    ],
    [
      'definitions',
      at('#/definitions/A', { definitions: { A } }),
      at('#/place/definitions/A', { definitions: { A } }),
    ],
    [
      'the whole',
      { ...at('#'), type: 'object' },
      {
        type: 'object',
        properties: {
          a: { type: 'object', description: 'Again as the whole.' },
        },
      },
    ],
    ['a boolean', at('#/x', { x: false }), at('#/place/x', { x: false })],
    [
      'a name with tildes, per cents, blanks and slashes',
      at('#/$defs/%25~1~0 %C3%A4', { $defs: { '%/~ ä': A } }),
      at('#/place/%24defs/%25~1~0%20%C3%A4', { $defs: { '%/~ ä': A } }),
    ],
    [
      'an $anchor',
      at('#here', { $defs: { B: { ...A, $anchor: 'here' } } }),
      at('#/place/%24defs/B', { $defs: { B: A } }),
    ],
    [
      'an $id of draft-07',
      at('#here', { definitions: { B: { ...A, $id: '#here' } } }),
      at('#/place/definitions/B', { definitions: { B: A } }),
    ],
    [
      'an $id',
      at('b.json', {
        $id: 'https://example.com/a.json',
        $defs: { B: { ...A, $id: 'b.json' } },
      }),
      at('#/place/%24defs/B', { $defs: { B: A } }),
    ],
    [
      'what is relative to an $id inside',
      { items: { $id: 'b.json', $defs: { A }, not: { $ref: '#/$defs/A' } } },
      {
        items: {
          $defs: { A },
          not: { $ref: '#/place/items/%24defs/A' },
        },
      },
    ],
    [
      'a tree',
      {
        properties: {
          children: { items: { $ref: '#', title: 'Child' } },
          first: { $ref: '#/properties/children/items' },
        },
        title: 'Tree',
      },
      {
        properties: {
          children: {
            items: {
              title: 'Child',
              allOf: [{ description: 'Again as Tree above.' }],
            },
          },
          first: { $ref: '#/place/properties/children/items' },
        },
        title: 'Tree',
      },
    ],
    [
      'two that contain each other',
      {
        $defs: {
          A: { properties: { b: { $ref: '#/$defs/B' } } },
          B: { items: { $ref: '#/$defs/A' } },
        },
      },
      {
        $defs: {
          A: { properties: { b: { $ref: '#/place/%24defs/B' } } },
          B: { items: { description: 'Again as A above.' } },
        },
      },
    ],
    [
      'a $ref beside others',
      {
        $schema: recent,
        items: { $ref: '#/$defs/A', minLength: 1, allOf: [{}] },
        $defs: { A },
      },
      {
        $schema: recent,
        items: { minLength: 1, allOf: [{ $ref: '#/place/%24defs/A' }, {}] },
        $defs: { A },
      },
    ],
    [
      'a $ref beside what another one leads to',
      { $ref: '#/x/A', x: { A }, not: { $ref: '#/properties' }, properties: A },
      {
        allOf: [{ $ref: '#/place/x/A' }],
        x: { A },
        not: { $ref: '#/place/properties' },
        properties: A,
      },
    ],
    [
      'a $ref beside the definitions, as generators write it',
      {
        $schema: draft07,
        $ref: '#/definitions/A',
        definitions: { A: { ...A, items: { $ref: '#/definitions/B' } }, B: {} },
      },
      {
        $schema: draft07,
        ...A,
        items: { $ref: '#/place/definitions/B' },
        definitions: {
          A: { ...A, items: { $ref: '#/place/definitions/B' } },
          B: {},
        },
      },
    ],
    [
      'properties named like keywords',
      at('#/$defs/A', {
        $defs: { A: { properties: { $id: {}, $anchor: {} } } },
      }),
      at('#/place/%24defs/A', {
        $defs: { A: { properties: { $id: {}, $anchor: {} } } },
      }),
    ],
    [
      'no reference',
      { $id: 'a.json', $anchor: 'b' },
      { $id: 'a.json', $anchor: 'b' },
    ],
  ])('moves %s', (_, schema, expected) => {
    expect(move(schema)).toMatchObject({ schema: expected });
    const moved = move(schema);
    expect('schema' in moved && moved.schema).toEqual(expected);
  });

  it('tells what references lead to, as it has been moved', () => {
    const B = { items: { $ref: '#/$defs/A' } };
    expect(
      move({
        ...at('#/x/B', { x: { B } }),
        not: { $ref: '#/x/B' },
        $defs: { A },
      }),
    ).toMatchObject({
      targets: expect.arrayContaining([
        { items: { $ref: '#/place/%24defs/A' } },
        A,
      ]),
    });
  });

  const many = Array.from({ length: 30 }, (_, index) => index);
  it.each<[string, object]>([
    ['to another document', at('https://example.com/a.json')],
    ['to another document', at('a.json#/$defs/A', { $defs: { A } })],
    ['to another document', at('//example.com')],
    ['to nothing', at('#/$defs/A')],
    ['to nothing', at('#here')],
    ['to nothing', at('#/__proto__')],
    ['to nothing', { $defs: { unused: { $ref: '#/$defs/A' } } }],
    ['that is not a text', { items: { $ref: 7 } }],
    ['where no schema stands', { examples: [{ $ref: '#' }] }],
    ['where no schema stands', { default: { a: { $ref: 'a.json' } } }],
    ['where no schema stands', { 'x-own': { $ref: '#' } }],
    ['where no schema stands', { properties: { $ref: { type: 'string' } } }],
    ['where no schema stands', { properties: { $ref: 'http://evil' } }],
    ['leads back to itself', { $ref: '#' }],
    ['leads back to itself', at('#/properties/a')],
    ['leads back to itself', { anyOf: [{ not: { $ref: '#' } }] }],
    [
      'leads back to itself',
      {
        $defs: {
          A: { allOf: [{ $ref: '#/$defs/B' }] },
          B: { if: { $ref: '#/$defs/A' } },
        },
      },
    ],
    [
      'more than can be shown',
      {
        $defs: Object.fromEntries(
          many.map(index => [
            index,
            index === 29
              ? {}
              : {
                  properties: {
                    a: { $ref: `#/$defs/${index + 1}` },
                    b: { $ref: `#/$defs/${index + 1}` },
                  },
                },
          ]),
        ),
      },
    ],
    [
      'more than can be shown',
      {
        $defs: Object.fromEntries(
          many.map(index => [
            index,
            {
              properties: Object.fromEntries(
                many.map(other => [other, { $ref: `#/$defs/${other}` }]),
              ),
            },
          ]),
        ),
      },
    ],
  ])('refuses a $ref %s: %j', (reason, schema) => {
    const started = Date.now();
    expect(move(schema)).toEqual({ obstacle: expect.stringContaining(reason) });
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});
