import { ConfigReader } from '@backstage/config';
import { readRemovalGuards, removalGuards } from './guards';

const key = 'catalog.providers.knativeEventMesh.dev';

describe('readRemovalGuards', () => {
  it.each([
    ['nothing', {}, 50, 30],
    ['a percentage', { rejectRemovalsAbovePercentage: 0 }, 0, 30],
    ['all', { rejectRemovalsAbovePercentage: 100 }, 100, 30],
    ['an ISO duration', { acceptRemovalsAfter: 'PT1H' }, 50, 60],
    ['a duration', { acceptRemovalsAfter: { minutes: 5 } }, 50, 5],
    ['no time at all', { acceptRemovalsAfter: { minutes: 0 } }, 50, 0],
  ])('takes %s', (_, settings, percentage, minutes) => {
    const given = readRemovalGuards(new ConfigReader(settings), key);
    expect(removalGuards(given)).toEqual({
      rejectRemovalsAbovePercentage: percentage,
      acceptRemovalsAfterMilliseconds: minutes * 60_000,
    });
  });

  it.each([
    [
      { rejectRemovalsAbovePercentage: 101 },
      `${key}.rejectRemovalsAbovePercentage is 101. Set it to a number from 0 to 100`,
    ],
    [
      { rejectRemovalsAbovePercentage: -1 },
      `${key}.rejectRemovalsAbovePercentage is -1. Set it to a number from 0 to 100`,
    ],
    [
      { acceptRemovalsAfter: 'soon' },
      `${key}.acceptRemovalsAfter is not valid`,
    ],
    [
      { acceptRemovalsAfter: { minutes: -1 } },
      `${key}.acceptRemovalsAfter is negative. Set it to a duration, as PT30M or { minutes: 30 }`,
    ],
  ])('refuses %j', (settings, message) => {
    expect(() => readRemovalGuards(new ConfigReader(settings), key)).toThrow(
      message,
    );
  });
});
