import { attributesOfEventType } from './attributesOfEventType';
import { matchTrigger } from './matchTrigger';

const long = `/${'a'.repeat(10_000)}`;
const attributes = [
  ...attributesOfEventType({ type: 'order\u0000🦄', source: long }),
  { name: 'text', value: `${'a'.repeat(10_000)}b`, required: true },
  { name: 'open', value: `${'{x}a'.repeat(500)}`, required: true },
];

function matchOn(brokerClass: string | undefined, filters: unknown[]) {
  return matchTrigger({
    attributes,
    trigger: { filters },
    brokerClass,
    isKnativeAtLeast115: true,
  });
}

function nested(depth: number, innermost: unknown): unknown {
  let element = innermost;
  for (let level = 0; level < depth; level++) {
    element = { not: element };
  }
  return element;
}

describe('matchTrigger with hostile filters', () => {
  it.each<[string, unknown, string[]]>([
    [
      'an expression of 100 KB',
      { cesql: `type = '${'x'.repeat(100_000)}'` },
      ['expressionNotEvaluated'],
    ],
    [
      '10,000 nested NOTs',
      { cesql: `${'NOT '.repeat(10_000)}TRUE` },
      ['expressionNotEvaluated'],
    ],
    [
      '100,000 elements within each other',
      nested(100_000, { exact: { type: 'x' } }),
      ['filterNotEvaluated'],
    ],
    [
      '100,000 elements beside each other',
      { any: Array.from({ length: 100_000 }, () => ({ cesql: 'TRUE' })) },
      ['filterNotEvaluated'],
    ],
    ['text where a list belongs', { any: 'x' }, ['filterMalformed']],
    ['a list where an element belongs', [], ['filterMalformed']],
    ['a number for a value', { exact: { type: 5 } }, ['filterMalformed']],
    ['text for values', { exact: 'type' }, ['filterMalformed']],
    ['a list for an expression', { cesql: [] }, ['filterMalformed']],
  ])('leaves %s open, at once', (_, element, codes) => {
    for (const brokerClass of ['MTChannelBasedBroker', 'Kafka']) {
      const start = performance.now();
      const { match, reasons } = matchOn(brokerClass, [element]);
      expect(performance.now() - start).toBeLessThan(1_000);
      expect(match).toBe('maybe');
      expect(reasons.map(({ code }) => code)).toEqual(codes);
      expect(JSON.stringify(reasons).length).toBeLessThan(2_000);
    }
  });

  it.each<[string, unknown, string]>([
    [
      'LIKE with forty wildcards on 10 KB',
      { cesql: `text LIKE '${'%a'.repeat(40)}%c'` },
      'no',
    ],
    [
      'LIKE with underscores on 10 KB',
      { cesql: `text LIKE '${'%_a'.repeat(20)}%b'` },
      'yes',
    ],
    [
      'NUL and a character beyond 16 bits',
      { suffix: { type: '\u0000🦄' } },
      'yes',
    ],
    ['NUL in an expression', { cesql: "type = 'order\u0000🦄'" }, 'yes'],
    [
      'a value with 500 variables',
      { exact: { open: 'ba'.repeat(5_000) } },
      'maybe',
    ],
    [
      '1,000 values',
      { any: Array.from({ length: 400 }, () => ({ exact: { text: 'x' } })) },
      'no',
    ],
    ['fifty levels', nested(50, { exact: { text: 'x' } }), 'no'],
  ])('decides %s, at once', (_, element, expected) => {
    for (const brokerClass of ['MTChannelBasedBroker', 'Kafka']) {
      const start = performance.now();
      expect(matchOn(brokerClass, [element]).match).toBe(expected);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });

  it('lists no more reasons than a person reads', () => {
    const filters = Array.from({ length: 300 }, (_, index) => ({
      exact: { [`a${index}`]: 'x' },
    }));
    const { reasons } = matchOn('Kafka', filters);
    expect(reasons).toHaveLength(11);
    expect(reasons[10]).toEqual({
      code: 'moreReasons',
      text: 'There are 290 more reasons like these.',
    });
  });
});
