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
      {
        filter: { type: 'com.acme.order' },
        filters: [{ exact: { type: 'x' } }],
      },
      'no',
    ],
    [
      'filters, although filter would keep the events out',
      { filter: { type: 'x' }, filters: [{ prefix: { type: 'com.acme' } }] },
      'yes',
    ],
  ] as const)('%s', (_, trigger, match) => {
    for (const brokerClass of [multiTenant, 'Kafka', undefined]) {
      const input = { attributes, trigger, brokerClass };
      expect(matchTrigger({ ...input, isKnativeAtLeast115: true }).match).toBe(
        match,
      );
    }
  });

  it.each([
    [{ type: 'com.acme.order' }, 'yes', ['filtersIgnored']],
    [{ type: 'other' }, 'no', ['attributeDiffers', 'filtersIgnored']],
    [undefined, 'yes', ['filtersIgnored']],
  ])(
    'RabbitMQ ignores filters and reads filter %j: %s',
    (filter, match, codes) => {
      const trigger = { filter, filters: [{ exact: { type: 'x' } }] };
      const brokerClass = 'RabbitMQBroker';
      const result = matchTrigger({ attributes, trigger, brokerClass });
      expect(result.match).toBe(match);
      expect(result.reasons.map(({ code }) => code)).toEqual(codes);
    },
  );

  it.each([
    [
      'both ways pass',
      { type: 'com.acme.order' },
      { exact: { type: 'com.acme.order' } },
      'yes',
    ],
    ['neither way passes', { type: 'x' }, { exact: { type: 'x' } }, 'no'],
    ['the ways differ', undefined, { exact: { type: 'x' } }, 'maybe'],
    ['an expression of a draft', undefined, { cesql: 'TRUE' }, 'maybe'],
    [
      'a draft within',
      undefined,
      { not: { any: [{ cesql: 'TRUE' }] } },
      'maybe',
    ],
  ])(
    'before 1.15, filters may be switched off: %s',
    (_, filter, element, match) => {
      const trigger = { filter, filters: [element] };
      const result = matchTrigger({
        attributes,
        trigger,
        brokerClass: 'Kafka',
      });
      expect(result.match).toBe(match);
      expect(
        result.reasons.some(({ code }) => code === 'knativeVersionNotKnown'),
      ).toBe(match === 'maybe');
    },
  );

  it('says what happens with filters switched on and off', () => {
    const trigger = { filters: [{ exact: { type: 'x' } }] };
    const { reasons } = matchTrigger({
      attributes,
      trigger,
      brokerClass: 'Kafka',
    });
    expect(reasons.map(({ text }) => text)).toEqual([
      'This cluster may have a version of Knative before 1.15, in which `filters` can be switched off and expressions are read in another way.',
      'With `filters` switched on: Only events pass if `type` is `x`; in events of this type it is `com.acme.order`.',
    ]);
  });
});

describe('matchTrigger: one attribute (knative.md 3.5, row "legacy a=v")', () => {
  it.each([
    ['EXACT, equal', { type: 'com.acme.order' }, 'yes', undefined],
    ['EXACT, other', { type: 'com.acme.orders' }, 'no', 'attributeDiffers'],
    ['EXACT, other case', { type: 'Com.acme.order' }, 'no', 'attributeDiffers'],
    ['TEMPLATE, in', { source: '/shop/1' }, 'maybe', 'attributeHasVariables'],
    ['TEMPLATE, out', { source: '/stock/1' }, 'no', 'attributeDiffers'],
    ['PRESENT', { id: '1' }, 'maybe', 'attributeNotDeclared'],
    ['PRESENT, bad braces', { broken: 'x' }, 'maybe', 'attributeHasVariables'],
    [
      'OPTIONAL, equal',
      { dataschema: 'https://s/1' },
      'maybe',
      'attributeOptional',
    ],
    [
      'OPTIONAL, other',
      { dataschema: 'https://s/2' },
      'no',
      'attributeDiffers',
    ],
    [
      'OPTIONAL template, in',
      { hint: '/hint/1' },
      'maybe',
      'attributeHasVariables',
    ],
    ['OPTIONAL template, out', { hint: '/other' }, 'no', 'attributeDiffers'],
    ['UNKNOWN', { subject: 'x' }, 'maybe', 'attributeNotDeclared'],
    [
      'UNKNOWN, prototype name',
      { constructor: 'x' },
      'maybe',
      'attributeNotDeclared',
    ],
    ['a name that no event has', { 'foo-bar': 'x' }, 'no', 'attributeDiffers'],
    [
      'alias of dataschema',
      { schemaurl: 'https://s/2' },
      'no',
      'attributeDiffers',
    ],
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
        code: 'brokerClassesDiffer',
        text: 'The class of this broker is not known: events may pass on MTChannelBasedBroker, pass on Kafka.',
      },
      {
        code: 'attributeNotDeclared',
        attribute: 'subject',
        text: 'On MTChannelBasedBroker: It depends on whether `subject` is there and not empty; the event type does not declare that.',
      },
      {
        code: 'filterSkipped',
        text: 'On Kafka: An empty value in `filter` asks for nothing: brokers of class Kafka leave it out.',
      },
    ]);
  });
});

describe('matchTrigger: several attributes', () => {
  it.each([
    ['all yes', { type: 'com.acme.order', color: 'red' }, 'yes', 0],
    ['one no decides', { subject: 'x', type: 'other' }, 'no', 1],
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
      'It depends on whether `source` is `/shop/1`; the event type declares `/shop/{id}`, which leaves `{id}` open.',
    ],
    [
      { subject: 'vip' },
      'It depends on whether `subject` is `vip`; the event type does not declare the value of `subject`.',
    ],
    [
      { dataschema: 'https://s/1' },
      'It depends on whether `dataschema` is `https://s/1`; events of this type may come without `dataschema`.',
    ],
    [
      { dataschema: '' },
      'It depends on whether `dataschema` is there and not empty; events of this type may come without `dataschema`.',
    ],
    [
      { type: 'other' },
      'Only events pass if `type` is `other`; in events of this type it is `com.acme.order`.',
    ],
    [
      { 'foo-bar': 'x' },
      'Only events pass if `foo-bar` is `x`; no event can have an attribute of that name.',
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
