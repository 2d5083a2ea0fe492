import { grouped } from '../__testUtils__/grouped';
import { parsed } from '../__testUtils__/parsed';
import { parse } from './parse';

describe('parse', () => {
  it.each([
    // NOT and minus bind tightest.
    ["NOT type = 'x'", '((NOT type) = "x")'],
    ["NOT a LIKE 'x'", '((NOT a) LIKE "x")'],
    ['NOT a IN (b)', '((NOT a) IN [b])'],
    ['NOT NOT a', '(NOT (NOT a))'],
    ['NOT EXISTS a', '(NOT (EXISTS a))'],
    ['-a * b', '((- a) * b)'],
    ['a = NOT b', '(a = (NOT b))'],
    // Then LIKE, IN, multiplication, addition, comparison.
    ["a * b LIKE 'x'", '(a * (b LIKE "x"))'],
    ['a * b IN (c)', '(a * (b IN [c]))'],
    ["a LIKE 'x' IN (b)", '((a LIKE "x") IN [b])'],
    ["a NOT LIKE 'x'", '(NOT (a LIKE "x"))'],
    ['a NOT IN (b, c)', '(NOT (a IN [b,c]))'],
    ['a + b * c', '(a + (b * c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b % c', '((a / b) % c)'],
    ['a < b + c', '(a < (b + c))'],
    ['a = b = c', '((a = b) = c)'],
    ['a <> b', '(a != b)'],
    // AND, OR and XOR are one level, grouped from the right.
    ['a AND b OR c', '(a AND (b OR c))'],
    ['a OR b AND c', '(a OR (b AND c))'],
    ['a XOR b AND c OR d', '(a XOR (b AND (c OR d)))'],
    ['a = b AND c < d', '((a = b) AND (c < d))'],
    ['(a OR b) AND c', '((a OR b) AND c)'],
    // Keywords and functions do not care about case.
    ['a and not Exists b', '(a AND (NOT (EXISTS b)))'],
    ['abs(a)', 'ABS(a)'],
    ['ABS (a)', 'ABS(a)'],
    ['concat_ws()', 'CONCAT_WS()'],
    ['KN_VERIFY_CORRELATION_ID(a, b)', 'KN_VERIFY_CORRELATION_ID(a,b)'],
    // Names.
    ['Foo1', 'Foo1'],
    ['1a', '1a'],
    ['trueish', 'trueish'],
    // Literals.
    ['tRuE', 'true'],
    ['-5', '-5'],
    ['--5', '(- -5)'],
    ['+5', '5'],
    ['- 5', '(- 5)'],
    ['007', '7'],
    ['2147483647', '2147483647'],
    ['-2147483648', '-2147483648'],
    ['4 + -1', '(4 + -1)'],
    ["'a\\'b'", '"a\'b"'],
    ['"a\\"b"', '"a\\"b"'],
    ['"a\\\'b"', '"a\\\\\'b"'],
    ["'a''b'", '"a\'\'b"'],
    ["'a\\\\b'", '"a\\\\\\\\b"'],
    ["'a\nb'", '"a\\nb"'],
    // Both SDKs look at characters in capitals.
    ['falſe', 'false'],
    ['lıke', undefined],
    ["a lıke 'b'", '(a LIKE "b")'],
  ])('groups %s as %s', (text, expected) => {
    const result = parse(text);
    expect(result.ok ? grouped(result.expression.root) : undefined).toBe(
      expected,
    );
  });

  it.each([
    ['', 0, /Expected a value, .* but found the end\./],
    ['   ', 3, /found the end/],
    ['ABC(', 4, /found the end/],
    ['hop-1', 3, /the number -1; .* put a space after the sign/],
    ['hop -1', 4, /the number -1/],
    ['a == b', 3, /equality is written with one “=”/],
    ['a LIKE b', 7, /a pattern in quotes after LIKE/],
    ['a LIKE 5', 7, /a pattern in quotes/],
    ['a IN b', 5, /a set in parentheses after IN/],
    ['a IN ()', 6, /found “\)”/],
    ['a IN (b', 7, /a comma or a closing parenthesis/],
    ['EXISTS', 6, /the name of an attribute after EXISTS/],
    ['EXISTS (a)', 7, /found “\(”/],
    ["EXISTS 'a'", 7, /found “'a'”/],
    ['a b', 2, /an operator or the end/],
    ['a NOT b', 2, /an operator or the end/],
    ['a_b', 0, undefined],
    ['(a', 2, /a closing parenthesis/],
    ['a)', 1, /an operator or the end/],
    ["a = 'b", 4, /a quote that is not closed/],
    ["a = 'b''", 7, /a quote that is not closed/],
    ['a = "b\\"', 4, /a quote that is not closed/],
    ['2147483648', 0, /does not fit into an integer/],
    ['a = 99999999999999999999', 4, /does not fit into an integer/],
    ['foo1(a)', 4, /an operator or the end/],
    ['AND', 0, /found “AND”/],
    ['a AND', 5, /found the end/],
  ])('says what is wrong with %j', (text, offset, message) => {
    const result = parse(text);
    expect(result).toMatchObject({
      ok: false,
      error: {
        kind: 'ParseError',
        reason: 'syntax',
        message: expect.stringMatching(message ?? /arguments of a function/),
        offset: message ? offset : 3,
      },
    });
  });

  it('counts lines and columns from one', () => {
    const result = parse("type = 'a'\n  AND\n  ) = 1");
    expect(result).toMatchObject({ error: { line: 3, column: 3 } });
  });

  it('knows where everything stands', () => {
    const text = "(type = 'a') AND NOT LENGTH(id) IN (1)";
    const { root } = parsed(text);
    const parts = new Map<string, string>();
    JSON.stringify(root, (_, node) => {
      if (node?.kind) {
        parts.set(node.kind, text.slice(node.start, node.end));
      }
      return node;
    });
    expect(Object.fromEntries(parts)).toEqual({
      logic: text,
      comparison: "(type = 'a')",
      not: 'NOT LENGTH(id)',
      call: 'LENGTH(id)',
      in: 'NOT LENGTH(id) IN (1)',
      attribute: 'id',
      literal: '1',
    });
  });

  it('names the attributes as they are written', () => {
    const { attributes } = parsed(
      "Foo = bar AND EXISTS baz AND -n1 IN (LENGTH(foo), 'x') AND bar LIKE '%'",
    );
    expect(attributes).toEqual(['Foo', 'bar', 'baz', 'foo', 'n1']);
  });

  it.each([
    ["type = 'a';", '(type = "a")', [';']],
    ["# type = 'a' 😀", '(type = "a")', ['#', '😀']],
    // An exclamation mark begins an operator, and takes the next with it.
    ['a !!= b', '(a = b)', ['!!']],
    ['a = b !', '(a = b)', ['!']],
  ])(
    'skips what is not part of the language in %j, as both SDKs do',
    (text, expected, ignored) => {
      const expression = parsed(text);
      expect(grouped(expression.root)).toBe(expected);
      expect(
        expression.ignored.map(({ start, end }) => text.slice(start, end)),
      ).toEqual(ignored);
      expect(parse(text, { unknownCharacters: 'reject' })).toMatchObject({
        error: {
          reason: 'syntax',
          offset: text.indexOf(ignored[0]),
          message: `“${ignored[0]}” is not part of the language.`,
        },
      });
    },
  );

  it('has a limit of length', () => {
    const text = `type = '${'x'.repeat(100)}'`;
    expect(parse(text, { maximumLength: text.length }).ok).toBe(true);
    expect(parse(text, { maximumLength: text.length - 1 })).toMatchObject({
      error: { reason: 'tooLong', offset: text.length - 1 },
    });
  });

  it.each([
    ['NOT', 'NOT '.repeat(4), 'a', ''],
    ['minus', '- '.repeat(4), 'a', ''],
    ['parentheses', '('.repeat(4), 'a', ')'.repeat(4)],
    ['calls', 'ABS('.repeat(4), 'a', ')'.repeat(4)],
    ['sets', 'a IN ('.repeat(4), 'a', ')'.repeat(4)],
    ['AND', 'a AND '.repeat(4), 'a', ''],
    ['addition', 'a', ' + a'.repeat(4), ''],
    ['LIKE', 'a', " LIKE 'a'".repeat(4), ''],
  ])('has a limit of depth for %s', (_, ...parts) => {
    const text = parts.join('');
    expect(parse(text, { maximumDepth: 5 }).ok).toBe(true);
    expect(parse(text, { maximumDepth: 4 })).toMatchObject({
      error: { reason: 'tooDeep' },
    });
  });
});
