import { attributesOfEventType } from './attributesOfEventType';
import { matchTrigger } from './matchTrigger';

const attributes = [
  ...attributesOfEventType({ type: 'a.b', source: '/shop/{id}' }),
  { name: 'count', value: '5', required: true },
  { name: 'flag', value: 'true', required: true },
  { name: 'tenant', value: 'acme', required: false },
  { name: 'region', required: true },
];

type Verdict = 'yes' | 'no' | 'maybe';

function match(brokerClass: string, cesql: string) {
  return matchTrigger({
    attributes,
    trigger: { filters: [{ cesql }] },
    brokerClass,
    isKnativeAtLeast115: true,
  });
}

describe('CESQL on each broker class (knative.md 3.4)', () => {
  it.each<[string, string, Verdict, Verdict]>([
    ['keywords in any case', "type = 'a.b' and TRUE", 'yes', 'yes'],
    ['names in capital letters', "TYPE = 'a.b'", 'yes', 'no'],
    ['AND and OR at one level', 'false AND true OR true', 'no', 'no'],
    ['NOT before =', "NOT type = 'false'", 'no', 'no'],
    ['a sign belongs to its number', 'count -1 = 4', 'maybe', 'maybe'],
    ['LIKE needs a literal', 'type LIKE type', 'maybe', 'maybe'],
    ['LIKE, any run', "type LIKE 'a%'", 'yes', 'yes'],
    ['LIKE, one character', "type LIKE 'a_b'", 'yes', 'yes'],
    ['LIKE, escaped', "type LIKE 'a\\_b'", 'no', 'no'],
    ['LIKE, case', "type LIKE 'A%'", 'no', 'no'],
    ['= casts to the type of the right', 'count = 5', 'yes', 'yes'],
    ['!= likewise', "count != '5'", 'no', 'no'],
    ['IN casts to the type of the left', 'count IN (1, 5)', 'yes', 'yes'],
    ['< casts both to Integer', 'count < 6', 'yes', 'yes'],
    [
      'AND ends with the first that is false',
      'false AND (type < 1)',
      'no',
      'no',
    ],
    ['functions', "LENGTH(type) = 3 AND UPPER(type) = 'A.B'", 'yes', 'yes'],
    ['a function that nobody knows', "NOPE(type) = 'x'", 'no', 'no'],
    [
      'EXISTS of what is declared',
      'EXISTS type AND EXISTS region',
      'yes',
      'yes',
    ],
    ['EXISTS of what may be absent', 'EXISTS tenant', 'maybe', 'maybe'],
    ['EXISTS of what is not declared', 'EXISTS foo', 'maybe', 'maybe'],
    ['EXISTS as a guard', "EXISTS tenant AND tenant = 'other'", 'no', 'no'],
    ['a missing attribute', "foo = 'x'", 'maybe', 'maybe'],
    ['an error: cast', 'type < 10', 'no', 'yes'],
    ['an error behind OR', "type < 10 OR type = 'a.b'", 'no', 'yes'],
    ['a String that is a Boolean', "'true'", 'no', 'yes'],
    ['a String that is none', "'x'", 'no', 'no'],
    ['an Integer', '1', 'no', 'yes'],
    ['an attribute that is a Boolean to Kafka', 'flag', 'no', 'yes'],
    [
      'dataschema, at which CloudEvents 0.3 breaks Kafka',
      "type = 'a.b' OR dataschema = 'x'",
      'yes',
      'maybe',
    ],
    ['a negative length', "SUBSTRING(type, 1, -1) = ''", 'no', 'yes'],
    [
      'a negative length behind OR',
      "TRUE OR SUBSTRING('a', 1, -1) = ''",
      'yes',
      'yes',
    ],
    ['a template, in', "source = '/shop/7'", 'maybe', 'maybe'],
    ['a template, out', "source = '/stock'", 'no', 'no'],
    ['a template and LIKE', "source LIKE '/shop/%'", 'maybe', 'yes'],
    ['a template and NOT LIKE', "source LIKE '/stock/%'", 'no', 'no'],
    [
      'a character that is no part of the language',
      "type = 'a.b';",
      'yes',
      'yes',
    ],
    [
      'the function of RequestReply',
      "KN_VERIFY_CORRELATION_ID(type, 'a', 'b', 'c', 0, 1)",
      'maybe',
      'maybe',
    ],
  ])('%s: %s', (_, cesql, onMultiTenant, onKafka) => {
    expect(match('MTChannelBasedBroker', cesql).match).toBe(onMultiTenant);
    expect(match('Kafka', cesql).match).toBe(onKafka);
  });

  it('does not turn a panic round', () => {
    const not = (cesql: string) =>
      matchTrigger({
        attributes,
        trigger: { filters: [{ not: { cesql } }] },
        brokerClass: 'MTChannelBasedBroker',
        isKnativeAtLeast115: true,
      }).match;
    expect(not("SUBSTRING(type, 1, -1) = ''")).toBe('no');
    expect(not("SUBSTRING(type, 9, 1) = ''")).toBe('yes');
    expect(not("type < 1 AND SUBSTRING(type, 1, -1) = ''")).toBe('yes');
    expect(not("SUBSTRING(foo, 1, -1) = ''")).toBe('maybe');
  });

  it.each([
    ['any of it and what passes', { any: [{ cesql: 'TRUE' }, { cesql: '(' }] }],
    ['all of it and what fails', { all: [{ cesql: 'FALSE' }, { cesql: '(' }] }],
    ['not', { not: { cesql: '(' } }],
  ])(
    'has no verdict with an expression that is not valid: %s',
    (_, element) => {
      for (const brokerClass of ['MTChannelBasedBroker', 'Kafka']) {
        const result = matchTrigger({
          attributes,
          trigger: { filters: [{ exact: { type: 'a.b' } }, element] },
          brokerClass,
          isKnativeAtLeast115: true,
        });
        expect(result.match).toBe('maybe');
        expect(result.reasons.map(({ code }) => code)).toEqual([
          'expressionInvalid',
        ]);
      }
    },
  );

  it.each([
    [
      "foo = 'x'",
      'MTChannelBasedBroker',
      'attributeNotDeclared',
      "The expression `foo = 'x'` depends on `foo`; the event type does not declare the value of `foo`. For an event without `foo` it is not true.",
    ],
    [
      "NOT (foo = 'x')",
      'Kafka',
      'attributeNotDeclared',
      "The expression `NOT (foo = 'x')` depends on `foo`; the event type does not declare the value of `foo`. For an event without `foo` it is true.",
    ],
    [
      "tenant = 'acme'",
      'MTChannelBasedBroker',
      'attributeOptional',
      "The expression `tenant = 'acme'` depends on `tenant`; events of this type may come without `tenant`. For an event without `tenant` it is not true.",
    ],
    [
      "source = '/shop/7'",
      'Kafka',
      'attributeHasVariables',
      "The expression `source = '/shop/7'` depends on `source`; the event type declares `/shop/{id}`, which leaves `{id}` open.",
    ],
    [
      "source LIKE '/shop/%'",
      'MTChannelBasedBroker',
      'likeUnreliable',
      "The expression `source LIKE '/shop/%'` is true, but this class of broker has a fault in LIKE: it can give another answer if `source` contains a `%`, a `\\` or an end of line.",
    ],
    [
      "KN_VERIFY_CORRELATION_ID(id, 'a', 'b', 'c', 0, 1)",
      'MTChannelBasedBroker',
      'expressionNotEvaluated',
      "The outcome of the expression `KN_VERIFY_CORRELATION_ID(id, 'a', 'b', 'c', 0, 1)` cannot be told here: it needs more than the attributes of the event, or too much work.",
    ],
    [
      'type =',
      'Kafka',
      'expressionInvalid',
      expect.stringMatching(
        /^The expression `type =` is not valid \(line 1, column 7\): .+ Brokers do not agree on what that means\.$/,
      ),
    ],
    [
      "type = 'x'",
      'Kafka',
      'expressionIsFalse',
      "The expression `type = 'x'` is not true for any event of this type.",
    ],
  ])('says of %s on %s: %s', (cesql, brokerClass, code, text) => {
    expect(match(brokerClass, cesql).reasons).toEqual([
      expect.objectContaining({ code, text }),
    ]);
  });

  it('names the class that decides if it is not known', () => {
    const { reasons } = match('', 'type < 10');
    expect(reasons.map(({ text }) => text)).toEqual([
      'The class of this broker is not known: events do not pass on MTChannelBasedBroker, pass on Kafka.',
      'On MTChannelBasedBroker: The expression `type < 10` is not true for any event of this type.',
    ]);
  });
});
