import { median, quantile } from './statistics';

describe('statistics', () => {
  it('finds the middle', () => {
    expect(median([7])).toBe(7);
    expect(median([10, 1, 3])).toBe(3);
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  it('finds the borders of the middle half', () => {
    expect(quantile([5, 1, 2, 3, 4], 0.25)).toBe(2);
    expect(quantile([5, 1, 2, 3, 4], 0.75)).toBe(4);
    expect(quantile([1, 2], 1)).toBe(2);
  });
});
