import {
  readSchemaDocument,
  type SchemaObject,
} from 'backstage-plugin-knative-event-mesh-common';
import { describeSchema, type SchemaNode } from './describeSchema';

function describeRoot(schema: SchemaObject) {
  const document = readSchemaDocument(schema);
  const node = describeSchema(schema, document);
  /** What is at a path of labels below the root. */
  const at = (...labels: string[]): SchemaNode =>
    labels.reduce((holder, label) => {
      const part = holder.parts.find(candidate => candidate.label === label);
      if (!part) {
        throw new Error(`There is no ${label}`);
      }
      return describeSchema(part.schema, document, holder.above);
    }, node);
  return { node, at };
}

const labelsOf = ({ parts }: SchemaNode) => parts.map(({ label }) => label);

describe('describeSchema', () => {
  it('tells type, what is required and what is allowed', () => {
    const { node, at } = describeRoot({
      title: 'Payment',
      type: 'object',
      required: ['amount', 'undescribed'],
      additionalProperties: false,
      properties: {
        amount: { type: 'integer', minimum: 1, maximum: 9 },
        method: { enum: ['card', 'cash'], deprecated: true },
        at: { type: ['string', 'null'], format: 'date-time' },
        code: { type: 'string', pattern: '^`a`$', minLength: 2 },
      },
    });

    expect(node).toMatchObject({
      type: 'object',
      title: 'Payment',
      constraints: ['no other properties'],
    });
    expect(
      node.parts.filter(part => part.isRequired).map(p => p.label),
    ).toEqual(['amount', 'undescribed']);
    expect(at('amount')).toMatchObject({
      type: 'integer',
      constraints: ['at least `1`', 'at most `9`'],
    });
    expect(at('method')).toMatchObject({
      type: 'string',
      constraints: ['one of `card`, `cash`', 'deprecated'],
    });
    expect(at('at')).toMatchObject({
      type: 'string or null',
      constraints: ['format `date-time`'],
    });
    // A backtick of the schema does not end what is quoted.
    expect(at('code').constraints).toEqual([
      'characters at least `2`',
      'pattern `^ˋaˋ$`',
    ]);
    expect(at('undescribed').type).toBe('any');
  });

  it('shows lists, alternatives and whatever else a schema is made of', () => {
    const { node, at } = describeRoot({
      properties: {
        lines: { items: { type: 'object', properties: { sku: {} } } },
      },
      patternProperties: { '^x-': { type: 'string' } },
      additionalProperties: { type: 'number' },
      allOf: [{ required: ['a'] }],
      oneOf: [{ title: 'one' }, { title: 'other' }],
      anyOf: [true],
      not: { const: 7 },
      if: { type: 'string' },
    });

    expect(labelsOf(node)).toEqual([
      'lines',
      'any property like ^x-',
      'also (1)',
      'exactly one of (1)',
      'exactly one of (2)',
      'at least one of (1)',
      'any other property',
      'never',
      'if',
    ]);
    expect(at('lines').type).toBe('array');
    expect(labelsOf(at('lines', 'each item'))).toEqual(['sku']);
    expect(at('exactly one of (2)').title).toBe('other');
    expect(at('never')).toMatchObject({
      type: 'number',
      constraints: ['always `7`'],
    });
  });

  it('follows references inside the schema, and keeps what stands beside them', () => {
    const { at } = describeRoot({
      properties: {
        payer: { $ref: '#/$defs/party', description: 'Who pays.' },
        same: { $ref: '#/$defs/alias' },
      },
      $defs: {
        alias: { $ref: '#/$defs/party' },
        party: {
          type: 'object',
          description: 'Anybody.',
          properties: { name: {} },
        },
      },
    });

    expect(at('payer')).toMatchObject({
      type: 'object',
      description: 'Who pays.',
    });
    expect(labelsOf(at('payer'))).toEqual(['name']);
    expect(at('same').description).toBe('Anybody.');
  });

  it('ends where a schema begins anew, and fetches nothing', () => {
    const { at } = describeRoot({
      properties: {
        tree: { $ref: '#/$defs/node' },
        self: { $ref: '#/properties/self' },
        away: { $ref: 'https://evil.example.com/a' },
        lost: { $ref: '#/nowhere' },
      },
      $defs: { node: { properties: { child: { $ref: '#/$defs/node' } } } },
    });

    expect(labelsOf(at('tree'))).toEqual(['child']);
    expect(at('tree', 'child')).toMatchObject({
      parts: [],
      remark: 'as above: `#/$defs/node`',
    });
    expect(at('self').remark).toBe('as above: `#/properties/self`');
    expect(at('away').remark).toBe(
      'refers to `https://evil.example.com/a`, which is not fetched',
    );
    expect(at('lost').remark).toContain('which the schema does not have');
  });

  it.each([
    { properties: 7, required: 'a', items: 'x', oneOf: {}, enum: 3, type: {} },
    { type: [1, null], title: 5, description: ['a'], pattern: {}, $ref: 9 },
    { properties: { a: null, b: 'text', c: [] }, allOf: [null, 7] },
  ])('holds out against %j', schema => {
    const { node } = describeRoot(schema as unknown as SchemaObject);

    expect(() =>
      node.parts.forEach(part =>
        describeSchema(part.schema, readSchemaDocument({})),
      ),
    ).not.toThrow();
  });

  it('names no more values than can be read', () => {
    const { node } = describeRoot({
      enum: Array.from({ length: 500 }, (_, index) => `${index}`),
      default: 'x'.repeat(10_000),
    });

    expect(node.constraints[0]).toMatch(/`19` and 480 others$/);
    expect(node.constraints[1].length).toBeLessThan(250);
  });
});
