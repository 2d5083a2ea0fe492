import { attributesOfEventType } from './attributesOfEventType';
import { matchTrigger } from './matchTrigger';

/** Declares an attribute in every state of knative.md 3.5. */
const attributes = [
  ...attributesOfEventType({ type: 'com.acme.order', source: '/shop/{id}/x' }),
  { name: 'dataschema', value: 'https://s/1', required: false },
  { name: 'color', value: 'red', required: true },
  { name: 'region', required: true },
  { name: 'hint', value: '/hint/{h}', required: false },
  { name: 'time', value: '2026-01-01T00:00:00.0Z', required: true },
];

type Verdict = 'yes' | 'no' | 'maybe';

function verdict(brokerClass: string | undefined, ...filters: unknown[]) {
  return matchTrigger({
    attributes,
    trigger: { filters },
    brokerClass,
    isKnativeAtLeast115: true,
  }).match;
}

/** One verdict for each class. */
function verdicts(element: unknown) {
  return {
    multiTenant: verdict('MTChannelBasedBroker', element),
    kafka: verdict('Kafka', element),
    kafkaNamespaced: verdict('KafkaNamespaced', element),
    rabbitmq: verdict('RabbitMQBroker', element),
    unknown: verdict(undefined, element),
  };
}

/** RabbitMQ ignores `filters`; of an unknown class counts what two agree on. */
function expected(multiTenant: Verdict, kafka: Verdict) {
  return {
    multiTenant,
    kafka,
    kafkaNamespaced: kafka,
    rabbitmq: 'yes',
    unknown: multiTenant === kafka ? kafka : 'maybe',
  };
}

const passing = { exact: { color: 'red' } };
const failing = { exact: { color: 'blue' } };
const open = { exact: { foo: 'a' } };
/** Without content, so that MTChannelBasedBroker skips it. */
const empty = { exact: { color: '' } };

describe('one attribute (knative.md 3.5, the table of leaves)', () => {
  it.each<[string, unknown, Verdict]>([
    ['exact, EXACT equal', { exact: { color: 'red' } }, 'yes'],
    ['exact, EXACT other', { exact: { color: 'Red' } }, 'no'],
    ['exact, TEMPLATE in', { exact: { source: '/shop/7/x' } }, 'maybe'],
    ['exact, TEMPLATE out', { exact: { source: '/shop//x' } }, 'no'],
    ['exact, PRESENT', { exact: { region: 'eu' } }, 'maybe'],
    [
      'exact, OPTIONAL equal',
      { exact: { dataschema: 'https://s/1' } },
      'maybe',
    ],
    ['exact, OPTIONAL other', { exact: { dataschema: 'https://s/2' } }, 'no'],
    ['exact, UNKNOWN', { exact: { subject: 'a' } }, 'maybe'],
    ['prefix, EXACT', { prefix: { type: 'com.acme.' } }, 'yes'],
    ['prefix, EXACT whole', { prefix: { type: 'com.acme.order' } }, 'yes'],
    ['prefix, EXACT longer', { prefix: { type: 'com.acme.orders' } }, 'no'],
    ['prefix, EXACT other case', { prefix: { type: 'COM' } }, 'no'],
    ['prefix, TEMPLATE literal', { prefix: { source: '/shop/' } }, 'yes'],
    ['prefix, TEMPLATE beyond', { prefix: { source: '/shop/7' } }, 'maybe'],
    ['prefix, TEMPLATE other', { prefix: { source: '/stock' } }, 'no'],
    ['prefix, PRESENT', { prefix: { id: 'a' } }, 'maybe'],
    ['prefix, OPTIONAL in', { prefix: { dataschema: 'https:' } }, 'maybe'],
    ['prefix, OPTIONAL out', { prefix: { dataschema: 'http:/' } }, 'no'],
    ['prefix, OPTIONAL TEMPLATE', { prefix: { hint: '/hint/' } }, 'maybe'],
    ['prefix, UNKNOWN', { prefix: { foo: 'a' } }, 'maybe'],
    ['suffix, EXACT', { suffix: { type: '.order' } }, 'yes'],
    ['suffix, EXACT other', { suffix: { type: '.refund' } }, 'no'],
    ['suffix, TEMPLATE literal', { suffix: { source: '/x' } }, 'yes'],
    ['suffix, TEMPLATE beyond', { suffix: { source: '7/x' } }, 'maybe'],
    ['suffix, TEMPLATE other', { suffix: { source: '/y' } }, 'no'],
    ['suffix, PRESENT', { suffix: { region: 'u' } }, 'maybe'],
    ['suffix, OPTIONAL out', { suffix: { dataschema: '/2' } }, 'no'],
    ['suffix, UNKNOWN', { suffix: { subject: 'a' } }, 'maybe'],
    ['a name that no event has', { exact: { 'a-b': 'x' } }, 'no'],
    ['a name of Object', { exact: { constructor: 'x' } }, 'maybe'],
    ['another', JSON.parse('{"exact":{"__proto__":"x"}}'), 'no'],
  ])('%s', (_, element, onBoth) => {
    expect(verdicts(element)).toEqual(expected(onBoth, onBoth));
  });
});

describe('row "exact": several attributes, stringified, case-sensitive', () => {
  it.each<[string, unknown, Verdict]>([
    ['all equal', { exact: { color: 'red', type: 'com.acme.order' } }, 'yes'],
    ['one differs', { exact: { color: 'red', type: 'x' } }, 'no'],
    ['one is open', { exact: { color: 'red', subject: 'x' } }, 'maybe'],
    [
      'a moment, which brokers write anew',
      { exact: { time: '2026-01-01T00:00:00.0Z' } },
      'maybe',
    ],
    [
      'the old name of dataschema',
      { exact: { schemaurl: 'https://s/2' } },
      'no',
    ],
  ])('%s', (_, element, onBoth) => {
    expect(verdicts(element)).toEqual(expected(onBoth, onBoth));
  });

  it('knows nothing of what brokers use up when they decode an event', () => {
    const name = 'datacontentencoding';
    const on = (brokerClass: string, element: object) =>
      matchTrigger({
        attributes: [{ name, value: 'a', required: true }],
        trigger: { filters: [element] },
        brokerClass,
        isKnativeAtLeast115: true,
      }).match;
    for (const brokerClass of ['MTChannelBasedBroker', 'Kafka']) {
      expect(on(brokerClass, { exact: { [name]: 'a' } })).toBe('maybe');
      expect(on(brokerClass, { cesql: `${name} = 'a'` })).toBe('maybe');
    }
  });

  it('knows the attributes that only MTChannelBasedBroker makes of others', () => {
    const withMediaType = [
      ...attributes,
      { name: 'datamediatype', value: 'text/plain', required: true },
    ];
    const on = (brokerClass: string) =>
      matchTrigger({
        attributes: withMediaType,
        trigger: { filters: [{ exact: { datamediatype: 'text/plain' } }] },
        brokerClass,
        isKnativeAtLeast115: true,
      }).match;
    expect(on('MTChannelBasedBroker')).toBe('maybe');
    expect(on('Kafka')).toBe('yes');
  });
});

describe('row "prefix/suffix": an absent subject breaks Kafka, and until 1.22 exact, too', () => {
  it.each<[string, unknown, Verdict, Verdict]>([
    ['not prefix', { not: { prefix: { subject: 'a' } } }, 'maybe', 'maybe'],
    [
      'not prefix, or anything',
      { any: [{ not: { prefix: { subject: 'a' } } }, passing] },
      'yes',
      'maybe',
    ],
    [
      'exact, or anything',
      { any: [{ exact: { subject: 'a' } }, passing] },
      'yes',
      'maybe',
    ],
    [
      'the same for an extension, which is empty when absent',
      { any: [{ not: { prefix: { foo: 'a' } } }, passing] },
      'yes',
      'yes',
    ],
  ])('%s', (_, element, onMultiTenant, onKafka) => {
    expect(verdicts(element)).toEqual(expected(onMultiTenant, onKafka));
  });
});

describe('row "empty value": skipped on MTChannelBasedBroker, dropped on Kafka', () => {
  it.each<[string, unknown, Verdict, Verdict]>([
    ['exact', empty, 'yes', 'yes'],
    ['prefix', { prefix: { subject: '' } }, 'yes', 'yes'],
    ['suffix', { suffix: { subject: '' } }, 'yes', 'yes'],
    ['beside another value', { exact: { color: '', type: 'x' } }, 'yes', 'no'],
    ['null, which Go reads as empty', { exact: { color: null } }, 'yes', 'yes'],
    ['an empty name', { exact: { '': 'x' } }, 'yes', 'no'],
  ])('%s', (_, element, onMultiTenant, onKafka) => {
    expect(verdicts(element)).toEqual(expected(onMultiTenant, onKafka));
  });

  it('says so', () => {
    const reasonsOn = (brokerClass: string) =>
      matchTrigger({
        attributes,
        trigger: { filters: [empty] },
        brokerClass,
        isKnativeAtLeast115: true,
      }).reasons.map(({ code }) => code);
    expect(reasonsOn('MTChannelBasedBroker')).toEqual(['filterSkipped']);
    expect(reasonsOn('Kafka')).toEqual(['filterSkipped']);
  });

  it.each([
    ['MTChannelBasedBroker', 'leave it out'],
    ['Kafka', 'let every event pass it'],
  ])(
    'says what %s makes of an element without content',
    (brokerClass, effect) => {
      const { reasons } = matchTrigger({
        attributes,
        trigger: { filters: [{}] },
        brokerClass,
        isKnativeAtLeast115: true,
      });
      expect(reasons).toEqual([
        {
          code: 'filterSkipped',
          text: `An element of \`filters\` without content asks for nothing: brokers of class ${brokerClass} ${effect}.`,
        },
      ]);
    },
  );
});

describe('row "all / any / not"', () => {
  it.each<[string, unknown, Verdict, Verdict]>([
    ['all, all pass', { all: [passing, passing] }, 'yes', 'yes'],
    ['all, one fails', { all: [passing, failing, open] }, 'no', 'no'],
    ['all, one is open', { all: [passing, open] }, 'maybe', 'maybe'],
    ['any, one passes', { any: [failing, open, passing] }, 'yes', 'yes'],
    ['any, none passes', { any: [failing, failing] }, 'no', 'no'],
    ['any, one is open', { any: [failing, open] }, 'maybe', 'maybe'],
    ['not passing', { not: passing }, 'no', 'no'],
    ['not failing', { not: failing }, 'yes', 'yes'],
    ['not open', { not: open }, 'maybe', 'maybe'],
    ['not not', { not: { not: passing } }, 'yes', 'yes'],
    ['empty all', { all: [] }, 'yes', 'yes'],
    ['empty any', { any: [] }, 'yes', 'yes'],
    ['an element without a dialect', {}, 'yes', 'yes'],
    ['a null element', null, 'yes', 'yes'],
    ['not nothing', { not: {} }, 'yes', 'no'],
    ['not not nothing', { not: { not: {} } }, 'yes', 'yes'],
    ['not with an empty value', { not: empty }, 'yes', 'no'],
    ['any with something empty', { any: [failing, {}] }, 'no', 'yes'],
    ['any of something empty', { any: [{}] }, 'yes', 'yes'],
    ['not all of something empty', { not: { all: [{}] } }, 'yes', 'no'],
    [
      'any, with a nested list that is empty for MTChannelBasedBroker',
      { any: [failing, { all: [{}, {}] }] },
      'yes',
      'yes',
    ],
    [
      'the same the other way round: the last answer counts',
      { any: [{ all: [{}, {}] }, { exact: { 'a-b': 'x' } }] },
      'no',
      'yes',
    ],
    [
      'until events of other types have changed the order',
      { any: [{ all: [{}, {}] }, failing] },
      'maybe',
      'yes',
    ],
  ])('%s', (_, element, onMultiTenant, onKafka) => {
    expect(verdicts(element)).toEqual(expected(onMultiTenant, onKafka));
  });
});

describe('row "several dialects in one element"', () => {
  it.each<[string, unknown, Verdict, Verdict]>([
    [
      'exact before all others',
      { ...passing, suffix: { type: 'x' } },
      'yes',
      'no',
    ],
    [
      'prefix before suffix',
      { prefix: { type: 'com' }, suffix: { type: 'x' } },
      'yes',
      'no',
    ],
    [
      'suffix before all',
      { suffix: { type: 'order' }, all: [failing] },
      'yes',
      'no',
    ],
    ['all before any', { all: [passing], any: [failing] }, 'yes', 'no'],
    ['any before not', { any: [passing], not: passing }, 'yes', 'no'],
    ['not before cesql', { not: failing, cesql: 'FALSE' }, 'yes', 'no'],
    [
      'an empty one does not count',
      { exact: {}, prefix: { type: 'x' } },
      'no',
      'no',
    ],
  ])('%s', (_, element, onMultiTenant, onKafka) => {
    expect(verdicts(element)).toEqual(expected(onMultiTenant, onKafka));
  });
});

describe('row "top-level list": all must pass', () => {
  it.each<[string, unknown[], Verdict]>([
    ['all pass', [passing, { prefix: { type: 'com' } }], 'yes'],
    ['one fails', [passing, failing], 'no'],
    ['one is open', [passing, open], 'maybe'],
    ['a failing one decides', [open, failing], 'no'],
    ['an empty one', [empty, passing], 'yes'],
  ])('%s', (_, filters, onBoth) => {
    expect(verdict('MTChannelBasedBroker', ...filters)).toBe(onBoth);
    expect(verdict('Kafka', ...filters)).toBe(onBoth);
  });
});

describe('row "legacy attributes"', () => {
  it.each([
    ['time, which Go never finds absent', 'MTChannelBasedBroker', { time: '' }],
    ['an empty value on Kafka', 'Kafka', { subject: '' }],
  ])('%s', (_, brokerClass, filter) => {
    const withoutTime = attributes.filter(({ name }) => name !== 'time');
    expect(
      matchTrigger({
        attributes: withoutTime,
        trigger: { filter },
        brokerClass,
      }).match,
    ).toBe('yes');
  });
});

describe('URIs, which Go writes anew', () => {
  it.each<[string, string, Verdict]>([
    ['/shop/ü', '/shop/ü', 'maybe'],
    ['/shop/a%20b', '/shop/a%20b', 'yes'],
    ['HTTP://shop', 'HTTP://shop', 'maybe'],
    ['https://shop:8080/a?b=c#d', 'https://shop:8080/a?b=c#d', 'yes'],
    ['urn:uuid:1', 'urn:uuid:1', 'yes'],
    ['/shop#', '/shop#', 'maybe'],
    ['/shop/{id}', '/shop/', 'maybe'],
    ['/shop/{id}/x', '/shop/', 'no'],
  ])('source %s, exact %s', (source, wanted, onMultiTenant) => {
    const on = (brokerClass: string, element: unknown) =>
      matchTrigger({
        attributes: attributesOfEventType({ type: 'a', source }),
        trigger: { filters: [element] },
        brokerClass,
        isKnativeAtLeast115: true,
      }).match;
    const exact = { exact: { source: wanted } };
    expect(on('MTChannelBasedBroker', exact)).toBe(onMultiTenant);
    expect(on('Kafka', exact)).toBe(source.includes('{') ? 'no' : 'yes');
    const cesql = { cesql: `source = '${wanted}'` };
    expect(on('MTChannelBasedBroker', cesql)).toBe(onMultiTenant);
  });

  it('is not known on Kafka, where an event may have what was declared', () => {
    const source = '/shop/%C3%BC';
    const { match, reasons } = matchTrigger({
      attributes: attributesOfEventType({ type: 'a', source }),
      trigger: { filters: [{ exact: { source } }] },
      brokerClass: 'Kafka',
      isKnativeAtLeast115: true,
    });
    expect(match).toBe('maybe');
    expect(reasons.map(({ code }) => code)).toEqual(['attributeRewritten']);
  });

  it.each([
    ['time', '2026-01-01T00:00:00.0Z'],
    ['source', '/shop/ü'],
  ])('says that %s may be written anew', (name, value) => {
    const { reasons } = matchTrigger({
      attributes: [{ name, value, required: true }],
      trigger: { filters: [{ exact: { [name]: value } }] },
      brokerClass: 'MTChannelBasedBroker',
      isKnativeAtLeast115: true,
    });
    expect(reasons).toEqual([
      {
        code: 'attributeRewritten',
        attribute: name,
        text: `It depends on whether \`${name}\` is \`${value}\`; the event type declares \`${value}\`, which this class of broker may read in another spelling.`,
      },
    ]);
  });
});
