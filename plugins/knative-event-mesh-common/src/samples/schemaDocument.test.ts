import { parseSchema, type SchemaObject } from './json';
import { readSchemaDocument } from './schemaDocument';
import { subschemas } from './subschemas';

const there = { title: 'there' };

/** Where the first `$ref` in a schema leads. */
function follow(schema: object) {
  const root = parseSchema(JSON.stringify(schema)) ?? {};
  const { follow: target } = readSchemaDocument(root);
  return target(findReference(root) ?? {});
}

function findReference(schema: SchemaObject): SchemaObject | undefined {
  if (schema.$ref !== undefined) {
    return schema;
  }
  for (const inner of subschemas(schema)) {
    const found = findReference(inner.schema as SchemaObject);
    if (found) {
      return found;
    }
  }
  return undefined;
}

const to = ($ref: string, rest: object = {}) => ({
  properties: { a: { $ref } },
  ...rest,
});

describe('readSchemaDocument', () => {
  it.each<[string, object, string[]]>([
    ['$defs', to('#/$defs/A', { $defs: { A: there } }), ['$defs', 'A']],
    [
      'definitions',
      to('#/definitions/A', { definitions: { A: there } }),
      ['definitions', 'A'],
    ],
    [
      'a place of any name',
      to('#/x/0/y', { x: [{ y: there }] }),
      ['x', '0', 'y'],
    ],
    [
      'tilde-escapes',
      to('#/$defs/a~1b~0c~01', { $defs: { 'a/b~c~1': there } }),
      ['$defs', 'a/b~c~1'],
    ],
    [
      'per cent-escapes',
      to('#/$defs/%25%20%C3%A4~1', { $defs: { '% ä/': there } }),
      ['$defs', '% ä/'],
    ],
    [
      'what is not escaped',
      to('#/$defs/a b#c', { $defs: { 'a b#c': there } }),
      ['$defs', 'a b#c'],
    ],
    ['an empty name', to('#/$defs/', { $defs: { '': there } }), ['$defs', '']],
    [
      'an $anchor',
      to('#here', { $defs: { A: { ...there, $anchor: 'here' } } }),
      ['$defs', 'A'],
    ],
    [
      'an $id of draft-07',
      to('#here', { definitions: { A: { ...there, $id: '#here' } } }),
      ['definitions', 'A'],
    ],
    [
      'an embedded $id',
      to('item.json', {
        $id: 'https://example.com/order.json',
        $defs: { A: { ...there, $id: '/item.json' } },
      }),
      ['$defs', 'A'],
    ],
    [
      'a pointer below an embedded $id',
      to('https://example.com/item.json#/$defs/B', {
        $defs: {
          A: { $id: 'https://example.com/item.json', $defs: { B: there } },
        },
      }),
      ['$defs', 'A', '$defs', 'B'],
    ],
    [
      'an $anchor of an embedded $id',
      to('item.json#here', {
        $defs: {
          A: { $id: 'item.json', $defs: { B: { ...there, $anchor: 'here' } } },
          C: { title: 'elsewhere', $anchor: 'here' },
        },
      }),
      ['$defs', 'A', '$defs', 'B'],
    ],
    [
      'the own $id',
      to('https://example.com/order.json#/$defs/A', {
        $id: 'https://example.com/order.json#',
        $defs: { A: there },
      }),
      ['$defs', 'A'],
    ],
    [
      'a urn',
      to('urn:example:order#/$defs/A', {
        $id: 'urn:example:order',
        $defs: { A: there },
      }),
      ['$defs', 'A'],
    ],
  ])('follows a $ref by %s', (_, schema, path) => {
    expect(follow(schema)).toEqual({
      path,
      schema: expect.objectContaining(there),
    });
  });

  it('follows a $ref to all, from inside an embedded $id to that', () => {
    expect(follow(to('#'))).toEqual({ path: [], schema: to('#') });
    const embedded = { ...there, $id: 'a.json', items: { $ref: '#' } };
    expect(follow({ $defs: { A: embedded } })).toEqual({
      path: ['$defs', 'A'],
      schema: embedded,
    });
  });

  it('follows a $ref to true and false', () => {
    expect(follow(to('#/$defs/A', { $defs: { A: false } }))).toEqual({
      path: ['$defs', 'A'],
      schema: false,
    });
  });

  it.each<[string, string, object]>([
    ['dangling', '#/$defs/B', { $defs: { A: there } }],
    ['dangling', '#/$defs/A/x', { $defs: { A: there } }],
    ['dangling', '#/toString', {}],
    ['dangling', '#/__proto__', {}],
    ['dangling', '#/required/length', { required: ['a'] }],
    ['dangling', '#/required/0', { required: ['a'] }],
    ['dangling', '#/%', {}],
    ['dangling', '#nobody', { $defs: { A: { $anchor: 'here' } } }],
    ['dangling', '#/$id', { $id: 'a.json' }],
    ['external', 'other.json', { $id: 'https://example.com/order.json' }],
    ['external', 'other.json#/$defs/A', { $defs: { A: there } }],
    ['external', 'http://[', {}],
    ['external', '//example.com', {}],
    [
      'external',
      'looks-like.json',
      {
        examples: [{ $id: 'looks-like.json' }],
        const: { $id: 'looks-like.json' },
      },
    ],
  ])('calls %s: %s', (missing, $ref, rest) => {
    expect(follow(to($ref, rest))).toEqual({ missing });
  });
});
