import { attributesOfEventType } from './attributesOfEventType';
import { matchTrigger } from './matchTrigger';

const attributes = [
  ...attributesOfEventType({ type: 'com.acme.order', source: '/shop/{id}' }),
  { name: 'dataschema', value: 'https://s/1', required: false },
  { name: 'color', value: 'red', required: true },
  { name: 'region', required: true },
  { name: 'tenant', required: false },
  { name: 'broken', value: '/a/{b', required: true },
  { name: 'hint', value: '/hint/{h}', required: false },
];
const multiTenant = 'MTChannelBasedBroker';
const onMultiTenant = (filter: Record<string, string>) =>
  matchTrigger({ attributes, trigger: { filter }, brokerClass: multiTenant });

describe('matchTrigger: filter precedence (knative.md 3.2)', () => {
  it.each([
    ['no filter at all', {}, 'yes'],
    ['the empty filter of the webhook', { filter: {} }, 'yes'],
    ['an empty list of filters', { filters: [] }, 'yes'],
    ['one attribute', { filter: { type: 'com.acme.order' } }, 'yes'],
    [
      'filters, which win over filter',
      { filter: { type: 'other' }, filters: [{ exact: { type: 'x' } }] },
      'maybe',
    ],
  ] as const)('%s', (_, trigger, match) => {
    for (const brokerClass of [multiTenant, 'Kafka', undefined]) {
      expect(matchTrigger({ attributes, trigger, brokerClass }).match).toBe(
        match,
      );
    }
  });

  it('says that filters are not evaluated', () => {
    const trigger = { filters: [{ exact: { type: 'x' } }] };
    expect(matchTrigger({ attributes, trigger }).reasons).toEqual([
      {
        code: 'filtersNotEvaluated',
        text: 'The trigger has `filters`, which this version does not evaluate: its events may pass or not.',
      },
    ]);
  });

  it.each([
    [{ type: 'com.acme.order' }, 'yes'],
    [{ type: 'other' }, 'no'],
    [undefined, 'yes'],
  ])('RabbitMQ ignores filters and reads filter %j: %s', (filter, match) => {
    const trigger = { filter, filters: [{ exact: { type: 'x' } }] };
    const brokerClass = 'RabbitMQBroker';
    expect(matchTrigger({ attributes, trigger, brokerClass }).match).toBe(
      match,
    );
  });
});

describe('matchTrigger: one attribute (knative.md 3.5, row "legacy a=v")', () => {
  it.each([
    ['EXACT, equal', { type: 'com.acme.order' }, 'yes', undefined],
    ['EXACT, other', { type: 'com.acme.orders' }, 'no', undefined],
    ['EXACT, other case', { type: 'Com.acme.order' }, 'no', undefined],
    ['TEMPLATE, in', { source: '/shop/1' }, 'maybe', 'attributeHasVariables'],
    ['TEMPLATE, out', { source: '/stock/1' }, 'no', undefined],
    ['PRESENT', { id: '1' }, 'maybe', 'attributeNotDeclared'],
    ['PRESENT, bad braces', { broken: 'x' }, 'maybe', 'attributeNotDeclared'],
    [
      'OPTIONAL, equal',
      { dataschema: 'https://s/1' },
      'maybe',
      'attributeOptional',
    ],
    ['OPTIONAL, other', { dataschema: 'https://s/2' }, 'no', undefined],
    [
      'OPTIONAL template, in',
      { hint: '/hint/1' },
      'maybe',
      'attributeHasVariables',
    ],
    ['OPTIONAL template, out', { hint: '/other' }, 'no', undefined],
    ['UNKNOWN', { subject: 'x' }, 'maybe', 'attributeNotDeclared'],
    [
      'UNKNOWN, prototype name',
      { constructor: 'x' },
      'maybe',
      'attributeNotDeclared',
    ],
    ['alias of dataschema', { schemaurl: 'https://s/2' }, 'no', undefined],
  ])('%s: %j is %s', (_, filter, match, code) => {
    const result = onMultiTenant(filter as Record<string, string>);
    expect(result.match).toBe(match);
    expect(result.reasons.map(reason => reason.code)).toEqual(
      code ? [code] : [],
    );
  });
});

describe('matchTrigger: empty value (knative.md 3.3 and 3.5, row "legacy a=\\"\\"")', () => {
  it.each([
    ['EXACT', 'color', 'yes', 'yes'],
    ['TEMPLATE', 'source', 'yes', 'yes'],
    ['PRESENT', 'id', 'yes', 'yes'],
    ['PRESENT extension, which may be empty', 'region', 'maybe', 'maybe'],
    ['OPTIONAL', 'dataschema', 'maybe', 'maybe'],
    ['OPTIONAL without value', 'tenant', 'maybe', 'maybe'],
    ['UNKNOWN', 'subject', 'maybe', 'maybe'],
  ])('%s: %s', (_, attribute, onMulti, onUnknown) => {
    const verdict = (brokerClass?: string) =>
      matchTrigger({
        attributes,
        trigger: { filter: { [attribute]: '' } },
        brokerClass,
      }).match;
    expect(verdict(multiTenant)).toBe(onMulti);
    expect(verdict('Kafka')).toBe('yes');
    expect(verdict('KafkaNamespaced')).toBe('yes');
    expect(verdict('RabbitMQBroker')).toBe('maybe');
    expect(verdict(undefined)).toBe(onUnknown);
    expect(verdict('constructor')).toBe(onUnknown);
  });

  it('says what the class decides when the class is not known', () => {
    const trigger = { filter: { subject: '' } };
    expect(matchTrigger({ attributes, trigger }).reasons).toEqual([
      {
        code: 'attributeNotDeclared',
        attribute: 'subject',
        text: 'Only events that carry `subject` pass; the event type does not declare that its events do.',
      },
      {
        code: 'brokerClassesDiffer',
        text: 'The class of this broker is not known: an MTChannelBasedBroker passes only events that carry `subject`, a Kafka broker passes events without it too.',
      },
    ]);
  });
});

describe('matchTrigger: several attributes', () => {
  it.each([
    ['all yes', { type: 'com.acme.order', color: 'red' }, 'yes', 0],
    ['one no decides', { subject: 'x', type: 'other' }, 'no', 0],
    [
      'every undecided one is named',
      { subject: 'x', source: '/shop/1' },
      'maybe',
      2,
    ],
  ])('%s', (_, filter, match, count) => {
    const result = onMultiTenant(filter as Record<string, string>);
    expect(result.match).toBe(match);
    expect(result.reasons).toHaveLength(count);
  });
});

describe('matchTrigger: sentences (knative.md 3.6)', () => {
  it.each([
    [
      { source: '/shop/1' },
      'Only events whose `source` is `/shop/1` pass; the event type declares `/shop/{id}`, so it depends on `{id}`.',
    ],
    [
      { subject: 'vip' },
      'Only events whose `subject` is `vip` pass; the event type does not declare the value of `subject`.',
    ],
    [
      { dataschema: 'https://s/1' },
      'Only events whose `dataschema` is `https://s/1` pass; events of this type may come without `dataschema`.',
    ],
    [
      { dataschema: '' },
      'Only events that carry `dataschema` pass; events of this type may come without it.',
    ],
  ])('%j', (filter, text) => {
    const result = onMultiTenant(filter as Record<string, string>);
    expect(result.reasons.map(reason => reason.text)).toEqual([text]);
  });

  it('does not repeat a book', () => {
    const [reason] = onMultiTenant({ subject: 'x'.repeat(100_000) }).reasons;
    expect(reason.text.length).toBeLessThan(400);
  });
});
