import { parsed } from '../__testUtils__/parsed';
import type { Value } from '../values/values';
import type {
  EventKnowledge,
  ExactAttribute,
  TemplateAttribute,
  TemplatePart,
} from './attributeKnowledge';
import {
  possibleOutcomes,
  type PossibleOutcomesOptions,
} from './possibleOutcomes';

const exact = (value: Value): ExactAttribute => ({
  state: 'exact',
  value,
});

const template = (...parts: TemplatePart[]): TemplateAttribute => ({
  state: 'template',
  parts,
});

const x = { variable: 'x' };

/** The outcomes by their first letters, sorted: e, f, n, t. */
function outcomes(
  text: string,
  knowledge: EventKnowledge,
  options: PossibleOutcomesOptions,
): string {
  return [...possibleOutcomes(parsed(text), knowledge, options).outcomes]
    .map(outcome => outcome[0])
    .sort()
    .join('');
}

const go: PossibleOutcomesOptions = { engine: 'go' };
const java: PossibleOutcomesOptions = { engine: 'java' };
const specification: PossibleOutcomesOptions = { engine: 'specification' };

const knowledge: EventKnowledge = {
  type: exact('a.b'),
  source: template('/a/', x, '/c'),
  whole: template(x),
  digits: template('1', x),
  there: { state: 'present' },
  never: { state: 'absent' },
  may: { state: 'optional', of: exact('m') },
  form: { state: 'optional', of: template('/f/', x) },
};

describe('possibleOutcomes', () => {
  // Each row of what is known, for the leaves of an expression.
  it.each([
    // Exact.
    ["type = 'a.b'", 't', 't'],
    ["type = 'x'", 'f', 'f'],
    ["type LIKE 'a.%'", 't', 't'],
    ['EXISTS type', 't', 't'],
    ['type < 10', 'e', 't'],
    ['type', 'n', 'n'],
    // Templates.
    ["source = '/a/b/c'", 'ft', 'ft'],
    ["source = '/a//c'", 'f', 'f'],
    ["source = '/b/b/c'", 'f', 'f'],
    ["source != '/b/b/c'", 't', 't'],
    ["'/a/b/d' = source", 'f', 'f'],
    ['source = form', 'ef', 'f'],
    ['source = whole', 'ft', 'ft'],
    ['EXISTS source', 't', 't'],
    ["source IN ('/x', '/y')", 'f', 'f'],
    ["source IN ('/x', '/a/b/c')", 'ft', 'ft'],
    ['source IN (type, never)', 'e', 'f'],
    ['source < 1', 'e', 't'],
    ['digits < 1', 'eft', 'ft'],
    ['source AND TRUE', 'e', 'f'],
    ['whole AND TRUE', 'eft', 'ft'],
    ['IS_INT(source)', 'f', 'f'],
    ['IS_INT(digits)', 'ft', 'ft'],
    ['source', 'n', 'n'],
    // Present: those of the specification are strings.
    ["id = 'x'", 'ft', 'ft'],
    ["id = ''", 'f', 'f'],
    ["there = 'x'", 'ft', 'ft'],
    ['there = 5', 'eft', 'ft'],
    ['there', 'fnt', 'fnt'],
    ['EXISTS there', 't', 't'],
    // Optional.
    ["may = 'm'", 'et', 'ft'],
    ["may = 'x'", 'ef', 'f'],
    ['EXISTS may', 'ft', 'ft'],
    ["form LIKE '/g/%'", 'ef', 'f'],
    // Absent.
    ["never = 'x'", 'e', 'f'],
    ["never LIKE '%'", 'e', 't'],
    ['EXISTS never', 'f', 'f'],
    // Unknown.
    ["foo = 'x'", 'eft', 'ft'],
    ['foo < 5', 'eft', 'ft'],
    ["foo LIKE 'x%'", 'eft', 'ft'],
    ['EXISTS foo', 'ft', 'ft'],
    ["foo IN ('x')", 'eft', 'ft'],
    ['foo', 'efnt', 'fnt'],
    ['foo + 1', 'en', 'n'],
    ['foo / 0', 'e', 'n'],
    ['FOO = 1', 'eft', 'f'],
    ['data', 'e', 'f'],
    // Operators leave out what cannot be.
    ["type = 'x' AND foo = 'y'", 'f', 'f'],
    ["type = 'a.b' OR foo = 'y'", 't', 't'],
    ["foo = 'y' AND type = 'x'", 'ef', 'f'],
    ["foo = 'y' OR type = 'a.b'", 'et', 't'],
    ["NOT (foo = 'x')", 'eft', 'ft'],
    ['NOT foo', 'eft', 'ft'],
    ["type = 'x' XOR id = 'y'", 'ft', 'ft'],
    ["type IN ('a.b', foo)", 't', 't'],
    ["type IN (foo, 'a.b')", 'et', 't'],
    ['NONE(foo)', 'e', 'f'],
    ['LENGTH(type) = 3', 't', 't'],
    ['LENGTH(id) = 3', 'ft', 'ft'],
    ['ABS(id) = 3', 'eft', 'ft'],
    ['1 / LENGTH(id) = 3', 'eft', 'ft'],
    // EXISTS guards what comes after it.
    ["EXISTS foo AND foo = 'x'", 'ft', 'ft'],
    ["EXISTS foo AND foo LIKE 'x%'", 'ft', 'ft'],
    ["EXISTS may AND may = 'm'", 'ft', 'ft'],
    ["EXISTS may AND may = 'x'", 'f', 'f'],
    ["NOT EXISTS foo OR foo = 'x'", 'ft', 'ft'],
    ["NOT EXISTS may OR may = 'm'", 't', 't'],
    ["NOT EXISTS foo AND foo = 'x'", 'ef', 'f'],
    ["EXISTS foo AND EXISTS bar AND foo = 'x' AND bar = 'y'", 'ft', 'ft'],
    ['(EXISTS foo AND EXISTS bar) AND foo = bar', 'eft', 'ft'],
    ["EXISTS foo OR foo = 'x'", 'et', 'ft'],
    ["EXISTS FOO AND foo = 'x'", 'ft', 'ft'],
    ["NOT (foo AND EXISTS bar) OR bar = 'x'", 'eft', 'ft'],
  ])('%s: %s in Go, %s in Java', (text, inGo, inJava) => {
    expect([
      outcomes(text, knowledge, go),
      outcomes(text, knowledge, java),
    ]).toEqual([inGo, inJava]);
  });

  // A variable can begin with a %, and then Go gets LIKE wrong.
  it.each([
    ["source LIKE '%'", 't', 't'],
    ["source LIKE '/a/%'", 't', 'ft'],
    ["source LIKE '/a%'", 't', 't'],
    ["source LIKE '/%'", 't', 't'],
    ["source LIKE '%/c'", 't', 't'],
    ["source LIKE '/a%/c'", 't', 't'],
    ["source LIKE '/a%c%'", 't', 'ft'],
    ["source LIKE '/a/_%'", 'ft', 'ft'],
    ["source LIKE '_a%'", 't', 't'],
    ["source LIKE '/b%'", 'f', 'f'],
    ["source LIKE '%/d'", 'f', 'f'],
    ["source LIKE '/a/b%'", 'ft', 'ft'],
    ["source LIKE '%b%'", 'ft', 'ft'],
    ["source LIKE '/a/b/c'", 'ft', 'ft'],
    ["source LIKE '/a//c'", 'f', 'f'],
    ["source LIKE '/a/_/c'", 'ft', 'ft'],
    ["source LIKE '/a/'", 'f', 'f'],
    ["source LIKE '/b\\%%'", 'f', 'f'],
    ["source NOT LIKE '/b%'", 't', 't'],
    ["id LIKE '%'", 't', 'ft'],
  ])('%s: %s by the specification, %s in Go', (text, expected, inGo) => {
    expect([
      outcomes(text, knowledge, specification),
      outcomes(text, knowledge, go),
    ]).toEqual([expected, inGo]);
    expect(outcomes(text, knowledge, { ...go, unknownTexts: 'plain' })).toBe(
      expected,
    );
  });

  it('counts with ends of lines in Java, but not in URIs', () => {
    const lines = { ...knowledge, subject: template('a', x) };
    expect(outcomes("subject LIKE 'a%'", lines, java)).toBe('ft');
    expect(outcomes("source LIKE '/a/%'", lines, java)).toBe('t');
    expect(
      outcomes("subject LIKE 'a%'", lines, { ...java, unknownTexts: 'plain' }),
    ).toBe('t');
  });

  it.each([
    ["type = 'a.b' AND source LIKE '/b%'", []],
    ["foo = 'x' AND type = 'x'", [{ name: 'foo', state: 'unknown' }]],
    [
      "source = '/a/b/c' AND id = 'x' AND may = 'm' AND EXISTS foo AND type = 'a.b'",
      [
        { name: 'foo', state: 'unknown' },
        { name: 'id', state: 'present' },
        { name: 'may', state: 'optional' },
        { name: 'source', state: 'template' },
      ],
    ],
    // What is decided does not count.
    [
      "(source LIKE '/b%' OR foo = 'x') AND EXISTS there",
      [{ name: 'foo', state: 'unknown' }],
    ],
  ])('says what %s hangs on', (text, hangsOn) => {
    expect(possibleOutcomes(parsed(text), knowledge, go).hangsOn).toEqual(
      hangsOn,
    );
  });

  it.each<[string, EventKnowledge, string[]]>([
    ["SUBSTRING('abc', 1, -1) = ''", {}, ['crash']],
    [
      "foo = 'x' AND SUBSTRING('a', 1, -1) = ''",
      {},
      ['false', 'error', 'crash'],
    ],
    [
      "foo = 'x' AND SUBSTRING('a', 1, -1) = ''",
      { foo: { state: 'exact', value: 'y' } },
      ['false'],
    ],
    [
      "foo = 'x' AND SUBSTRING('a', 1, -1) = ''",
      { foo: { state: 'absent' } },
      ['error'],
    ],
    ['SUBSTRING(foo, 1, 5) = id', {}, ['true', 'false', 'error']],
    ['SUBSTRING(foo, 1, bar) = id', {}, ['true', 'false', 'error', 'crash']],
  ])('knows where Go panics: %s', (text, known, onGo) => {
    const asked = (engine: 'specification' | 'go' | 'java') =>
      possibleOutcomes(parsed(text), known, { engine }).outcomes;
    expect(asked('go')).toEqual(new Set(onGo));
    expect(asked('specification')).not.toContain('crash');
    expect(asked('java')).not.toContain('crash');
  });

  it('says so when it gives up', () => {
    const text = "type LIKE '\\E' OR foo = 'x'";
    expect(possibleOutcomes(parsed(text), knowledge, java)).toEqual({
      outcomes: new Set(['true', 'false', 'error', 'crash', 'nonBoolean']),
      hangsOn: [{ name: 'foo', state: 'unknown' }],
      isLimited: true,
    });
  });

  it('takes a template without variables for a value', () => {
    const events: EventKnowledge = {
      subject: template(''),
      type: template('a', 'b'),
    };
    expect(outcomes("type = 'ab'", events, go)).toBe('t');
    expect(outcomes("subject = ''", events, go)).toBe('e');
    expect(outcomes("subject = ''", events, java)).toBe('t');
  });
});
