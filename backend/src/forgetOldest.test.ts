import { forgetOldest } from './forgetOldest';

describe('forgetOldest', () => {
  it.each<[limit: number, left: string[]]>([
    [6, ['a', 'b', 'c']],
    [5, ['b', 'c']],
    [4, ['c']],
    [2, []],
  ])('up to %i', (limit, left) => {
    const entries = new Map([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    forgetOldest(entries, size => size, limit);
    expect([...entries.keys()]).toEqual(left);
  });
});
