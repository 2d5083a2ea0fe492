import { namesInFilter } from './namesInFilter';

const namesIn = (cesql: string) => [
  ...namesInFilter({ filters: [{ cesql }] }).names,
];

describe('namesInFilter', () => {
  it('finds the names in every dialect', () => {
    const { names } = namesInFilter({
      filter: { ignored: 'x' },
      filters: [
        { exact: { a: '1', b: '2' } },
        { any: [{ prefix: { c: '3' } }, { not: { suffix: { d: '4' } } }] },
        { all: [{ cesql: "e = 'f'" }] },
        {},
      ],
    });
    expect([...names]).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('finds those of filter where there are no filters', () => {
    const { names } = namesInFilter({ filter: { a: '' }, filters: [] });
    expect([...names]).toEqual(['a']);
    expect(namesInFilter({}).names.size).toBe(0);
  });

  it.each([
    ['a = \'b\' AND NOT c LIKE "d\\" e"', ['a', 'c']],
    ['EXISTS a or LENGTH (b) IN (1, c, TRUE)', ['a', 'b', 'c']],
    ['CONCAT(a,Type)=n1', ['a', 'Type', 'n1']],
    ["'a' = 'it\\'s b'", []],
    ['12 = -1', []],
  ])('%s', (expression, expected) => {
    expect(namesIn(expression)).toEqual(expected);
  });

  it('knows the function that looks into a Secret', () => {
    const calls = (cesql: string) =>
      namesInFilter({ filters: [{ cesql }] }).callsKnative;
    expect(calls('kn_verify_correlation_id(id, "a", "b", "c", 0, 1)')).toBe(
      true,
    );
    expect(calls("id = 'KN_VERIFY_CORRELATION_ID('")).toBe(false);
  });
});
