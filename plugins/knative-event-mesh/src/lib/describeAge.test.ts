import { describeAge } from './describeAge';

const now = new Date('2026-11-22T12:00:00Z');

describe('describeAge', () => {
  it.each([
    ['2026-11-22T11:59:01Z', 'less than a minute ago'],
    ['2026-11-22T11:59:00Z', '1 minute ago'],
    ['2026-11-22T11:00:01Z', '59 minutes ago'],
    ['2026-11-22T10:00:00Z', '2 hours ago'],
    ['2026-11-20T12:00:00Z', '2 days ago'],
    ['2026-11-22T12:05:00Z', 'less than a minute ago'],
    ['yesterday', 'yesterday'],
  ])('of %s says %s', (time, words) => {
    expect(describeAge(time, now)).toBe(words);
  });
});
