import { isStale } from './isStale';

const now = new Date('2026-11-22T21:00:00Z');

describe('isStale', () => {
  it.each([
    ['2026-11-22T20:48:00Z', 60, false],
    ['2026-11-22T20:47:59Z', 60, true],
    ['2026-11-22T20:47:59Z', 600, false],
    ['2026-11-21T21:00:00Z', undefined, false],
    ['2026-11-22T21:00:05Z', 60, false],
    ['no time', 60, false],
  ])('read at %s every %s seconds: %s', (lastGoodPoll, interval, expected) => {
    expect(isStale({ lastGoodPoll, pollIntervalSeconds: interval }, now)).toBe(
      expected,
    );
  });
});
