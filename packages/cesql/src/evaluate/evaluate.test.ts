import { parsed } from '../__testUtils__/parsed';
import type { EngineOptions } from '../engine';
import type { Value } from '../values/values';
import { evaluate, outcomeOf } from './evaluate';
import type { EventAttributes } from './run';

const event: EventAttributes = {
  specversion: '1.0',
  id: 'an-id',
  source: '/orders/7',
  type: 'com.example.order.placed',
  subject: 'order 7',
  count: 7,
  urgent: true,
  text: '12',
};

/** The value and the kinds of the errors. */
function answer(text: string, options?: EngineOptions): [Value, ...string[]] {
  const { value, errors } = evaluate(parsed(text), event, options);
  return [value, ...errors.map(({ kind }) => kind)];
}

describe('evaluate', () => {
  it.each<[string, Value, string?]>([
    // Literals and attributes.
    ["'x'", 'x'],
    ['12', 12],
    ['TRUE', true],
    ['id', 'an-id'],
    ['count', 7],
    ['urgent', true],
    ['nothing', false, 'MissingAttributeError'],
    ['data', false, 'MissingAttributeError'],
    ['ID', false, 'MissingAttributeError'],
    // EXISTS.
    ['EXISTS subject', true],
    ['EXISTS time', false],
    ['EXISTS ID', true],
    ['EXISTS data', false],
    // Equality casts the left side to the type of the right.
    ["type = 'com.example.order.placed'", true],
    ["type = 'COM.EXAMPLE.ORDER.PLACED'", false],
    ['text = 12', true],
    ['12 = text', true],
    ["count = '7'", true],
    ["count = '07'", false],
    ["'07' = count", true],
    ["urgent = 'true'", true],
    ["urgent = 'TRUE'", false],
    ["'TRUE' = urgent", true],
    ["'x' = 1", false, 'CastError'],
    ["'x' = TRUE", false, 'CastError'],
    ['2 = TRUE', true],
    ['TRUE = 2', false],
    ['id != 1', false, 'CastError'],
    ["id <> 'x'", true],
    // Order is of integers.
    ['count < 8', true],
    ['count <= 7', true],
    ['count > 7', false],
    ['count >= 7', true],
    ["text < '13'", true],
    ['urgent < 2', true],
    ["'a' < 'b'", false, 'CastError'],
    // Logic.
    ['TRUE AND FALSE', false],
    ["'true' AND 1", true],
    ['FALSE AND nothing', false],
    ['TRUE AND nothing', false, 'MissingAttributeError'],
    ['TRUE OR nothing', true],
    ['FALSE OR nothing', false, 'MissingAttributeError'],
    ['TRUE XOR TRUE', false],
    ['TRUE XOR FALSE', true],
    ['TRUE XOR nothing', false, 'MissingAttributeError'],
    ['id AND TRUE', false, 'CastError'],
    ['NOT FALSE', true],
    ['NOT 0', true],
    ["NOT 'true'", false],
    ["NOT type = 'x'", false, 'CastError'],
    ['false AND true OR true', false],
    // Integers have 32 bits.
    ['1 + 2 * 3', 7],
    ['7 / 2', 3],
    ['-7 / 2', -3],
    ['-7 % 2', -1],
    ['7 % -2', 1],
    ['2147483647 + 1', -2147483648],
    ['-2147483648 - 1', 2147483647],
    ['65536 * 65536', 0],
    ['46341 * 46341', -2147479015],
    ['-2147483648 / -1', -2147483648],
    ['-(-2147483648)', -2147483648],
    ['-0', 0],
    ['0 / -1', 0],
    ['1 / 0', 0, 'MathError'],
    ['1 % 0', 0, 'MathError'],
    ['nothing / 0', 0, 'MissingAttributeError'],
    ['-nothing', 0, 'MissingAttributeError'],
    ["-'5'", -5],
    ['-TRUE', -1],
    ["'1' + TRUE", 2],
    ["'x' + 1", 0, 'CastError'],
    // IN casts the elements to the type of the left side.
    ["type IN ('x', 'com.example.order.placed')", true],
    ["type IN ('x', 'y')", false],
    ["type NOT IN ('x')", true],
    ['count IN (text, 7)', true],
    ["count IN ('7')", true],
    ["count IN ('x', 7)", false, 'CastError'],
    ["count IN (7, 'x', nothing)", true],
    ['count IN (nothing, 7)', false, 'MissingAttributeError'],
    ["TRUE IN ('TRUE')", true],
    // LIKE casts to a string.
    ["source LIKE '/orders/%'", true],
    ["source NOT LIKE '/orders/%'", false],
    ["count LIKE '_'", true],
    ["urgent LIKE 't%'", true],
    ["nothing LIKE '%'", false, 'MissingAttributeError'],
    // Functions.
    ["INT('12')", 12],
    ["INT('+12')", 12],
    ["INT('-2147483648')", -2147483648],
    ["INT('2147483648')", 0, 'CastError'],
    ["INT('')", 0, 'CastError'],
    ["INT('1_0')", 0, 'CastError'],
    ["INT(' 1')", 0, 'CastError'],
    ["INT('1.0')", 0, 'CastError'],
    ["INT('0x1')", 0, 'CastError'],
    ['INT(TRUE)', 1],
    ["BOOL('tRue')", true],
    ["BOOL('yes')", false, 'CastError'],
    ['BOOL(5)', true],
    ['STRING(5)', '5'],
    ['STRING(FALSE)', 'false'],
    ["IS_INT('5')", true],
    ["IS_INT('x')", false],
    ['IS_INT(TRUE)', true],
    ["IS_BOOL('FALSE')", true],
    ["IS_BOOL('x')", false],
    ['IS_BOOL(1)', true],
    ['IS_INT(nothing)', false, 'MissingAttributeError'],
    ['ABS(-5)', 5],
    ['ABS(-2147483648)', 2147483647, 'MathError'],
    ["LENGTH('äb')", 2],
    ["LENGTH('a😀')", 2],
    ['LENGTH(TRUE)', 4],
    ["CONCAT('a', 1, TRUE)", 'a1true'],
    ['CONCAT()', ''],
    ["CONCAT_WS('-', 'a', 'b')", 'a-b'],
    ["CONCAT_WS('-')", ''],
    ["LOWER('ÄB')", 'äb'],
    ["UPPER('äb')", 'ÄB'],
    ["TRIM(' \t a b\u00a0\n')", 'a b'],
    ["LEFT('abc', 2)", 'ab'],
    ["LEFT('abc', 5)", 'abc'],
    ["LEFT('😀bc', 1)", '😀'],
    ["LEFT('abc', -1)", 'abc', 'FunctionEvaluationError'],
    ["RIGHT('abc', 2)", 'bc'],
    ["RIGHT('abc', 0)", ''],
    ["RIGHT('ab😀', 1)", '😀'],
    ["RIGHT('abc', -1)", 'abc', 'FunctionEvaluationError'],
    ["SUBSTRING('abcdef', 2)", 'bcdef'],
    ["SUBSTRING('abcdef', -2)", 'ef'],
    ["SUBSTRING('abcdef', 0)", ''],
    ["SUBSTRING('abcdef', 7)", '', 'FunctionEvaluationError'],
    ["SUBSTRING('abcdef', -7)", '', 'FunctionEvaluationError'],
    ["SUBSTRING('abcdef', 2, 3)", 'bcd'],
    ["SUBSTRING('abcdef', 5, 99)", 'ef'],
    ["SUBSTRING('abcdef', 2, 0)", ''],
    ["SUBSTRING('abcdef', 2, -1)", '', 'FunctionEvaluationError'],
    ["SUBSTRING('abcdef', 2, 2147483647)", 'bcdef'],
    ['NONE(1)', false, 'MissingFunctionError'],
    ['ABS()', false, 'MissingFunctionError'],
    ['ABS(1, 2)', false, 'MissingFunctionError'],
    ['LENGTH(nothing)', 0, 'MissingAttributeError'],
    ["ABS('x')", 0, 'CastError'],
  ])('finds that %s is %j', (text, value, ...errors) => {
    expect(answer(text)).toEqual([value, ...errors]);
  });

  it('says which part of the expression was wrong, and how', () => {
    const text = "type = 'x' OR subject < 5";
    expect(evaluate(parsed(text), event).errors).toEqual([
      {
        kind: 'CastError',
        message: '“order 7” is a string and cannot be read as an integer.',
        start: text.indexOf('subject'),
        end: text.length,
      },
    ]);
  });

  it('collects all errors in the mode complete', () => {
    expect(
      answer('nothing = 1 OR id > 1 OR 1 / 0 = 5', { errorMode: 'complete' }),
    ).toEqual([false, 'MissingAttributeError', 'CastError', 'MathError']);
  });

  it.each([
    ['TRUE', 'true'],
    ['FALSE', 'false'],
    ['1', 'nonBoolean'],
    ["'true'", 'nonBoolean'],
    ['nothing', 'error'],
  ])('takes %s for the outcome %s', (text, outcome) => {
    expect(outcomeOf(evaluate(parsed(text), event))).toBe(outcome);
  });

  it('takes the value for the outcome in the mode complete', () => {
    const options = { errorMode: 'complete' } as const;
    const evaluation = evaluate(parsed("NOT (nothing = 'x')"), event, options);
    expect(evaluation.errors).toHaveLength(1);
    expect(outcomeOf(evaluation, options)).toBe('true');
  });

  it('takes values that no attribute can have for absent', () => {
    const strange = { a: null, b: {}, c: undefined, d: [1], data: 'x' };
    for (const name of Object.keys(strange)) {
      expect(evaluate(parsed(`EXISTS ${name}`), strange).value).toBe(false);
    }
    expect(evaluate(parsed('e'), { e: 1.5 }).value).toBe('1.5');
  });
});
