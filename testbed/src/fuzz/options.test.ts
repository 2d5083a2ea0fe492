import { parseOptions } from './options';

describe('parseOptions', () => {
  it.each([
    [[], { cases: 20_000, seed: 42, failures: 5 }],
    [['--cases', '5'], { cases: 5, seed: 42, failures: 5 }],
    [
      ['--cases=5', '--seed=0', '--failures=1'],
      { cases: 5, seed: 0, failures: 1 },
    ],
    [
      ['--seed', '7', '--case', '3'],
      { cases: 20_000, seed: 7, failures: 5, case: 3 },
    ],
  ])('%j', (given, expected) => {
    expect(parseOptions(given, () => 42)).toEqual(expected);
  });

  it.each([
    [['--cases', '0'], /--cases is a whole number from 1/],
    [['--cases', 'many'], /--cases is a whole number from 1/],
    [['--cases='], /--cases is a whole number from 1/],
    [['--seed', '1.5'], /--seed is a whole number from 0/],
    [['--case', '3'], /--case needs the --seed/],
    [['--size', '3'], /--size/],
  ])('refuses %j', (given, reason) => {
    expect(() => parseOptions(given)).toThrow(reason);
  });

  it('draws a seed where none is given', () => {
    expect(parseOptions([]).seed).toBeGreaterThanOrEqual(0);
  });
});
