import { aimOf } from './aimOf';

describe('aimOf', () => {
  it('finds names and texts in every dialect', () => {
    expect(
      aimOf({
        filters: [
          { exact: { a: 'x' } },
          { any: [{ prefix: { b: 'y' } }, { not: { suffix: { c: 'z' } } }] },
          { all: [{ cesql: "d = 'w' AND e > 12" }] },
        ],
      }),
    ).toEqual({
      names: ['a', 'b', 'c', 'd', 'e'],
      texts: ['x', 'y', 'z', 'w', 'w', '12', '12'],
    });
  });

  it('makes texts of patterns', () => {
    const { texts } = aimOf({
      filters: [{ cesql: 'a LIKE "b%\\%_c\\""' }],
    });
    expect(texts).toContain('b%ac"');
  });

  it('finds those of filter', () => {
    expect(aimOf({ filter: { a: 'x', b: '' } })).toEqual({
      names: ['a', 'b'],
      texts: ['x'],
    });
  });
});
