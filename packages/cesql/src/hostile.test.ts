import { evaluate, outcomeOf, parse, possibleOutcomes } from './index';
import type {
  EngineName,
  EventAttributes,
  EventKnowledge,
  Outcome,
  ParseResult,
} from './index';

const engines: EngineName[] = ['specification', 'go', 'java'];

/** Everything below is far faster; a busy machine is allowed to be slow. */
const boundMilliseconds = 5_000;

/** @throws if it takes too long */
function everything(
  ...input: Parameters<typeof outcomesOf>
): ReturnType<typeof outcomesOf> {
  const start = performance.now();
  const outcomes = outcomesOf(...input);
  const milliseconds = performance.now() - start;
  if (milliseconds > boundMilliseconds) {
    throw new Error(`It took ${milliseconds} milliseconds.`);
  }
  return outcomes;
}

/** Parses and evaluates an expression in every way. */
function outcomesOf(
  text: string,
  event: EventAttributes = {},
  knowledge: EventKnowledge = {},
): { parsed: ParseResult; outcomes: Outcome[] } {
  const parsed = parse(text, {
    maximumLength: 10_000_000,
    maximumDepth: 1_000_000,
  });
  if (!parsed.ok) {
    return { parsed, outcomes: [] };
  }
  return {
    parsed,
    outcomes: engines.map(engine => {
      possibleOutcomes(parsed.expression, knowledge, { engine });
      return outcomeOf(evaluate(parsed.expression, event, { engine }), {
        engine,
      });
    }),
  };
}

describe('Hostile input', () => {
  it.each([
    ['10,000 NOTs', `${'NOT '.repeat(10_000)}TRUE`],
    ['10,000 minuses', `${'- '.repeat(10_000)}1`],
    ['10,000 parentheses', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['10,000 open parentheses', '('.repeat(10_000)],
    ['10,000 calls', `${'ABS('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['10,000 sets', `${'1 IN ('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['10,000 ANDs', `${'TRUE AND '.repeat(10_000)}TRUE`],
    ['10,000 additions', `1${' + 1'.repeat(10_000)}`],
    ['10,000 LIKEs', `1${" LIKE '1'".repeat(10_000)}`],
  ])('of %s is too deep', (_, text) => {
    for (const result of [parse(text), everything(text).parsed]) {
      expect(result).toMatchObject({ ok: false });
    }
    expect(everything(text).parsed).toMatchObject({
      error: { reason: 'tooDeep' },
    });
  });

  it('as deep as the options allow is evaluated', () => {
    const text = `${'NOT('.repeat(249)}TRUE${')'.repeat(249)}`;
    expect(everything(text).outcomes).toEqual(['false', 'false', 'false']);
  });

  it('of 100 KB is refused', () => {
    expect(parse(`type = '${'x'.repeat(100_000)}'`)).toMatchObject({
      error: { reason: 'tooLong' },
    });
  });

  it.each([
    ['a string', `'${'x'.repeat(100_000)}' = 'x'`],
    ['a set', `1 IN (${'2, '.repeat(33_000)}1)`],
    ['a name', `EXISTS ${'x'.repeat(100_000)}`],
    ['a number', `1 = ${'1'.repeat(100_000)}`],
    ['spaces', ' '.repeat(100_000)],
    ['quotes', "'".repeat(100_001)],
    ['escaped quotes', "'\\".repeat(50_000)],
    ['characters of no language', '\u{1f600}!'.repeat(50_000)],
    ['exclamation marks', '!'.repeat(100_000)],
    ['arguments', `CONCAT(${'type, '.repeat(16_000)}type) = 'x'`],
    ['a pattern', `'${'a'.repeat(50_000)}' LIKE '%${'a'.repeat(50_000)}b'`],
  ])('of 100 KB as %s has an end when the limit is raised', (_, text) => {
    everything(text, { type: 't'.repeat(1000) });
    expect(parse(text, { maximumLength: 10_000_000 })).toHaveProperty('ok');
  });

  it('of forty wildcards on 10 KB has an end', () => {
    const pattern = 'a%'.repeat(40);
    const event = {
      type: 'a'.repeat(10_000),
      source: `${'ab'.repeat(5_000)}c`,
    };
    expect(everything(`type LIKE '${pattern}b'`, event).outcomes).toEqual([
      'false',
      'false',
      'false',
    ]);
    expect(everything(`source LIKE '%${pattern}c'`, event).outcomes).toEqual([
      'true',
      'true',
      'true',
    ]);
    expect(
      everything(`type LIKE '${'%_'.repeat(40)}b'`, event).outcomes,
    ).toEqual(['false', 'false', 'false']);
  });

  it('that costs too much is a typed error, and leaves everything open', () => {
    const text = `type LIKE '%${'a'.repeat(10_000)}b'`;
    const type = 'a'.repeat(1_000_000);
    expect(everything(text, { type }).outcomes).toEqual([
      'error',
      'error',
      'error',
    ]);
    const result = parse(text);
    for (const engine of engines) {
      const options = { engine };
      expect(
        result.ok &&
          evaluate(result.expression, { type }, options).errors[0].kind,
      ).toBe('GenericError');
      expect(
        result.ok &&
          possibleOutcomes(
            result.expression,
            { type: { state: 'exact', value: type } },
            options,
          ).isLimited,
      ).toBe(true);
    }
  });

  it('that makes a string too long for JavaScript is a typed error', () => {
    const text = `LENGTH(CONCAT(${'type, '.repeat(1_000)}type)) > 0`;
    const event = { type: 'x'.repeat(1_000_000) };
    expect(everything(text, event).outcomes).toEqual([
      'error',
      'error',
      'error',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'of the name %s is nothing special',
    name => {
      const identifier = name.replaceAll('_', '');
      const event = JSON.parse(`{"${name}": "x", "id": "1"}`);
      const knowledge = JSON.parse(
        `{"${name}": {"state": "exact", "value": "x"}}`,
      );
      const isName = identifier === name && name === name.toLowerCase();
      expect(everything(`EXISTS ${identifier}`, {}, {}).outcomes).toEqual([
        'false',
        'false',
        'false',
      ]);
      expect(
        everything(`EXISTS ${identifier}`, event, knowledge).outcomes[0],
      ).toBe(String(isName));
      expect(everything(`${name}(1)`).outcomes[0]).toBe('error');
    },
  );

  it.each([
    ['a NUL', "'a\0b' = type", 'a\0b'],
    ['half a character', "'a\ud83d' = type", 'a\ud83d'],
    ['the other half', "type LIKE '\ude00_'", '\ude00x'],
    ['an unassigned character', "'\uffff' = type", '\uffff'],
    ['a flag', "type LIKE '_%'", '🏳️‍🌈'],
    ['a combined character', "type LIKE 'e_'", 'e\u0301'],
  ])('with %s in a string is compared', (_, text, type) => {
    const { outcomes } = everything(text, { type }, {});
    expect(outcomes[0]).toBe('true');
    expect(outcomes).toHaveLength(engines.length);
  });

  it('of random characters is never an exception', () => {
    const characters = Array.from(
      '\'"\\()%_,=!<>+-*/ \n\0aZ0_ıſ\ud83d\ude00é\u2028NOT AND LIKE IN EXISTS TRUE',
    );
    let state = 7;
    const next = (most: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
    for (let index = 0; index < 20_000; index++) {
      const text = Array.from(
        { length: next(30) },
        () => characters[next(characters.length)],
      ).join('');
      expect(() => everything(text, { a: text })).not.toThrow();
    }
  });
});
