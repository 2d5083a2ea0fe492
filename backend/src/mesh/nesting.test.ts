import { isDeeperThan } from './nesting';

describe('isDeeperThan', () => {
  it.each<[string, unknown, number, boolean]>([
    ['no level', 'text', 0, false],
    ['nothing', null, 0, false],
    ['an empty list', [], 0, false],
    ['one level', [1], 0, true],
    ['one level', { a: 1 }, 1, false],
    ['two levels', [{ a: 1 }], 1, true],
    ['two levels, not in the first place', [1, [], { a: [2] }], 2, true],
    ['two levels', [{ a: 1 }], 2, false],
  ])('%s: %j deeper than %d is %s', (_, value, levels, expected) => {
    expect(isDeeperThan(value, levels)).toBe(expected);
  });
});
