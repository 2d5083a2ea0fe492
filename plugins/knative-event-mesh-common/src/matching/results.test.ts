import {
  BREAKS,
  FAILS,
  inAnyOrder,
  inOrder,
  negated,
  PASSES,
  SKIPPED,
  verdictOf,
} from './results';

const single = [PASSES, FAILS, SKIPPED, BREAKS];

describe('verdictOf', () => {
  it.each([
    [PASSES, 'yes'],
    [SKIPPED, 'yes'],
    [PASSES | SKIPPED, 'yes'],
    [FAILS, 'no'],
    [BREAKS, 'no'],
    [FAILS | BREAKS, 'no'],
    [PASSES | FAILS, 'maybe'],
    [SKIPPED | BREAKS, 'maybe'],
  ])('%d is %s', (results, verdict) => {
    expect(verdictOf(results)).toBe(verdict);
  });
});

describe('negated', () => {
  it.each([
    [PASSES, FAILS],
    [FAILS, PASSES],
    [SKIPPED, SKIPPED],
    [BREAKS, BREAKS],
    [PASSES | BREAKS, FAILS | BREAKS],
  ])('of %d is %d', (results, expected) => {
    expect(negated(results)).toBe(expected);
  });
});

/** What the engines do with one event: one result for each filter. */
function run(kind: 'all' | 'any', results: readonly number[]): number {
  let last = SKIPPED;
  for (const result of results) {
    if (result === BREAKS || result === (kind === 'all' ? FAILS : PASSES)) {
      return result;
    }
    last = result;
  }
  return last;
}

function permutations(values: readonly number[]): number[][] {
  return values.length < 2
    ? [[...values]]
    : values.flatMap((value, index) =>
        permutations(values.filter((_, other) => other !== index)).map(rest => [
          value,
          ...rest,
        ]),
      );
}

const triples = single.flatMap(one =>
  single.flatMap(two => single.map(three => [one, two, three])),
);

describe.each(['all', 'any'] as const)('lists: %s', kind => {
  it('is what the engine does, for every three results', () => {
    for (const results of triples) {
      expect([results, inOrder(kind, results)]).toEqual([
        results,
        run(kind, results),
      ]);
    }
  });

  it('has every outcome of every order, and no verdict beyond them', () => {
    for (const results of triples) {
      const outcomes = permutations(results).map(order => run(kind, order));
      const together = outcomes.reduce((sum, outcome) => sum | outcome, 0);
      expect([results, inAnyOrder(kind, results)]).toEqual([results, together]);
    }
  });

  it('joins the outcomes of every choice from sets', () => {
    const sets = [PASSES | FAILS, FAILS | SKIPPED, PASSES | BREAKS, SKIPPED];
    for (const one of sets) {
      for (const other of sets) {
        const chosen = single.flatMap(first =>
          single
            .filter(second => first & one && second & other)
            .map(second => run(kind, [first, second])),
        );
        expect(inOrder(kind, [one, other])).toBe(
          chosen.reduce((sum, outcome) => sum | outcome, 0),
        );
      }
    }
  });

  it('of nothing is skipped', () => {
    expect(inOrder(kind, [])).toBe(SKIPPED);
    expect(inAnyOrder(kind, [])).toBe(SKIPPED);
  });
});
