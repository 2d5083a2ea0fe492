import type { AttributeDeclaration } from '../contract';
import { knowledgeOfEventType } from '../matching';
import { canProduce } from '../matching/template';
import { sampleEvent } from './sampleEvent';

const declare = (
  name: string,
  value?: string,
  required = true,
): AttributeDeclaration => ({ name, value, required });

function attributesOf(
  attributes: AttributeDeclaration[],
  schemaText?: string,
): Record<string, string> {
  const event = sampleEvent({
    type: 'com.example.paid',
    attributes,
    schemaText,
  });
  return Object.fromEntries(
    event.attributes.map(({ name, value }) => [name, value]),
  );
}

const least = {
  specversion: '1.0',
  id: 'sample-1',
  source: '/sample',
  type: 'com.example.paid',
};

describe('sampleEvent', () => {
  it.each<[string, AttributeDeclaration[], Record<string, string>]>([
    ['nothing', [], {}],
    ['an exact value', [declare('region', 'eu')], { region: 'eu' }],
    ['an optional one', [declare('region', 'eu', false)], { region: 'eu' }],
    ['any value', [declare('region')], { region: 'region' }],
    ['a source', [declare('source', '/shops')], { source: '/shops' }],
    [
      'a template',
      [declare('source', '/shops/{shop}/orders/{}')],
      { source: '/shops/shop/orders/sample' },
    ],
    ['a variable alone', [declare('source', '{any}')], {}],
    ['braces as text', [declare('subject', 'a\\{b\\}')], { subject: 'a{b}' }],
    [
      'braces that are not balanced',
      [declare('region', '{a')],
      { region: 'region' },
    ],
    ['a time', [declare('time')], { time: '2026-01-01T12:00:00Z' }],
    [
      'a time that is a variable',
      [declare('time', '{time}')],
      { time: '2026-01-01T12:00:00Z' },
    ],
    ['an id', [declare('id', 'order-{n}')], { id: 'order-n' }],
    ['another version', [declare('specversion', '0.3')], {}],
    ['another type', [declare('type', 'other')], {}],
    [
      'names that no event has',
      [declare('data', 'a'), declare('__proto__', 'a'), declare('Größe', 'a')],
      {},
    ],
    [
      'a schema URL and a media type',
      [
        declare('dataschema', 'https://example.com/paid'),
        declare('datacontenttype', 'text/{format}'),
      ],
      {
        dataschema: 'https://example.com/paid',
        datacontenttype: 'text/format',
      },
    ],
  ])('fits %s', (_, attributes, expected) => {
    expect(attributesOf(attributes)).toEqual({ ...least, ...expected });
  });

  it('agrees with what matching knows of the event type', () => {
    const attributes = [
      declare('type', 'com.example.paid'),
      declare('source', '/{a}/b{c}d', true),
      declare('subject', '{a}{b}-'),
      declare('region', 'eu\\{1\\}', false),
      declare('country'),
    ];
    const values = attributesOf(attributes);
    const { of } = knowledgeOfEventType(attributes);
    const fits = attributes.map(({ name }) => {
      const { value } = of(name);
      return value.kind === 'template'
        ? canProduce(value.template, values[name])
        : value.kind === 'any' || values[name] === value.text;
    });
    expect(fits).toEqual(attributes.map(() => true));
    expect(Object.keys(values)).toEqual(
      expect.arrayContaining(attributes.map(({ name }) => name)),
    );
  });

  it('lists what is required first', () => {
    const { attributes } = sampleEvent({
      type: 'a',
      attributes: [
        declare('zone'),
        declare('country'),
        declare('source', '/b'),
      ],
    });
    expect(attributes.map(({ name }) => name)).toEqual([
      'specversion',
      'id',
      'source',
      'type',
      'country',
      'zone',
    ]);
  });

  const schema = '{"properties":{"id":{"const":7}}}';
  it.each([
    ['no media type', undefined, 'application/json'],
    ['JSON', 'application/json', 'application/json'],
    ['JSON with a parameter', 'text/json; a=b', 'text/json; a=b'],
    [
      'a kind of JSON',
      'application/vnd.paid+json',
      'application/vnd.paid+json',
    ],
  ])('has data with %s', (_, declared, expected) => {
    const event = sampleEvent({
      type: 'a',
      attributes: declared ? [declare('datacontenttype', declared)] : [],
      schemaText: schema,
    });
    expect(event.data).toEqual({ id: 7 });
    expect(event.attributes).toContainEqual({
      name: 'datacontenttype',
      value: expected,
    });
  });

  it.each([
    ['XML', 'application/xml', schema],
    ['no schema', 'application/json', undefined],
    ['a schema that is none', 'application/json', '<xs:schema/>'],
  ])('has no data with %s', (_, declared, schemaText) => {
    const event = sampleEvent({
      type: 'a',
      attributes: [declare('datacontenttype', declared)],
      schemaText,
    });
    expect(event).not.toHaveProperty('data');
  });
});
