import type { MeshTexts } from '../translation/MeshTexts';
import { describeAge } from './describeAge';

const now = new Date('2026-11-22T12:00:00Z');
const t = ((key: string, options?: { count: number }) =>
  options ? `${key} ${options.count}` : key) as unknown as MeshTexts;

describe('describeAge', () => {
  it.each([
    ['2026-11-22T11:59:01Z', 'overview.age.now'],
    ['2026-11-22T11:59:00Z', 'overview.age.minute 1'],
    ['2026-11-22T11:00:01Z', 'overview.age.minute 59'],
    ['2026-11-22T10:00:00Z', 'overview.age.hour 2'],
    ['2026-11-20T12:00:00Z', 'overview.age.day 2'],
    ['2026-11-22T12:05:00Z', 'overview.age.now'],
    ['yesterday', 'yesterday'],
  ])('of %s says %s', (time, words) => {
    expect(describeAge(time, now, t)).toBe(words);
  });
});
