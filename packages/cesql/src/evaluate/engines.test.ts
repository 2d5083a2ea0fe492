import { parsed } from '../__testUtils__/parsed';
import type { EngineName } from '../engine';
import type { Value } from '../values/values';
import { evaluate, outcomeOf } from './evaluate';
import type { Outcome } from './evaluation';

const event = {
  specversion: '1.0',
  id: '1',
  source: '/a/%20b',
  type: 'a.b',
  subject: '',
  text: '',
  backslash: 'a\\xxb',
  umlaut: 'ä',
  emoji: 'a😀b',
  digits: '١٢',
  lines: 'a\nb',
};

const outcome = (text: string, engine: EngineName): Outcome =>
  outcomeOf(evaluate(parsed(text), event, { engine }), { engine });

const valueOf = (text: string, engine: EngineName): Value =>
  evaluate(parsed(text), event, { engine }).value;

/** Everything here was asked of the SDKs themselves, in the versions of the README. */
describe('Where the SDKs differ', () => {
  it.each<[string, Outcome, Outcome]>([
    // Names of attributes.
    ["TYPE = 'a.b'", 'true', 'false'],
    ['EXISTS TYPE', 'true', 'true'],
    // Errors end the evaluation in Go, and count for nothing in Java.
    ["NOT (foo = 'x')", 'error', 'true'],
    ["foo LIKE '%'", 'error', 'true'],
    ["foo LIKE 'f%'", 'error', 'true'],
    ["foo = 'x' OR type = 'a.b'", 'error', 'true'],
    ["type IN (foo, 'a.b')", 'error', 'true'],
    ["foo IN ('x')", 'error', 'true'],
    ['type < 10', 'error', 'true'],
    ['type = FALSE', 'error', 'true'],
    ['type = 0', 'error', 'true'],
    ['foo AND TRUE', 'error', 'false'],
    ['NOT foo', 'error', 'false'],
    ['NOT (foo AND TRUE)', 'error', 'false'],
    ['NOT (FALSE OR foo)', 'error', 'false'],
    ['NOT (TRUE AND foo)', 'error', 'false'],
    ['NOT BOOL(foo)', 'error', 'true'],
    ['foo XOR TRUE', 'error', 'true'],
    ['-foo = 0', 'error', 'true'],
    ['foo + 5 = 0', 'error', 'true'],
    ['LENGTH(foo) = 5', 'error', 'true'],
    ['NONE() OR TRUE', 'error', 'true'],
    ['true AND 1 != 1 / 0', 'error', 'true'],
    // Results that are not booleans.
    ["'true'", 'nonBoolean', 'nonBoolean'],
    ['1', 'nonBoolean', 'nonBoolean'],
    // An empty standard attribute is absent in Go.
    ['EXISTS subject', 'false', 'true'],
    ["subject = ''", 'error', 'true'],
    ['EXISTS text', 'true', 'true'],
    // LIKE.
    ["source LIKE '/a/%'", 'false', 'true'],
    ["source LIKE '%'", 'true', 'true'],
    ["'%20' LIKE '%'", 'false', 'true'],
    ["backslash LIKE 'a\\%b'", 'true', 'false'],
    ["umlaut LIKE '_'", 'false', 'true'],
    ["umlaut LIKE '__'", 'true', 'false'],
    ["emoji LIKE 'a_b'", 'false', 'true'],
    ["lines LIKE 'a%b'", 'true', 'false'],
    // Tests for types.
    ['IS_INT(TRUE)', 'true', 'false'],
    ['IS_BOOL(1)', 'true', 'false'],
    // Digits of other scripts.
    ['digits = 12', 'error', 'true'],
    // What is not part of the language is skipped by both.
    ["type = 'a.b';", 'true', 'true'],
  ])('%s: %s in Go, %s in Java', (text, go, java) => {
    expect([outcome(text, 'go'), outcome(text, 'java')]).toEqual([go, java]);
  });

  it.each<[string, Value, Value]>([
    ['LENGTH(emoji)', 6, 4],
    ["LEFT('äb', 1)", '\ufffd', 'ä'],
    ["LOWER(LEFT('€', 2))", '\ufffd\ufffd', '€'],
    ["RIGHT('bä', 2)", 'ä', 'bä'],
    ["SUBSTRING('äb', 3)", 'b', ''],
    ["UPPER('ßıſŉᾳ')", 'ßISŉᾼ', 'SSISʼNΑΙ'],
    ["LOWER('İΑΣ')", 'iασ', 'i̇ας'],
    [
      "TRIM('\u0085\u00a0\ufeffa\u2028')",
      '\ufeffa',
      '\u0085\u00a0\ufeffa\u2028',
    ],
    ["TRIM('\u0001 a')", '\u0001 a', 'a'],
    ["SUBSTRING('abc', 2, 2147483647)", 'bc', ''],
  ])('%s: %j in Go, %j in Java', (text, go, java) => {
    expect([valueOf(text, 'go'), valueOf(text, 'java')]).toEqual([go, java]);
  });

  it('does not evaluate what the Java SDK takes for a regular expression', () => {
    const { errors } = evaluate(parsed("type LIKE '\\E.*\\Q'"), event, {
      engine: 'java',
    });
    expect(errors).toMatchObject([{ kind: 'GenericError' }]);
  });
});
