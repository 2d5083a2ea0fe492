import type { MeshTexts } from '../translation/MeshTexts';

const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/**
 * How long ago something was, in the largest unit of which there is one:
 * `3 minutes ago`. A clock that is ahead makes nothing happen in the future.
 *
 * @param time - RFC 3339; what is none is given back as it is
 */
export function describeAge(time: string, now: Date, t: MeshTexts): string {
  const seconds = (now.getTime() - Date.parse(time)) / 1000;
  if (Number.isNaN(seconds)) {
    return time;
  }
  const largest = units.find(unit => seconds >= unit.seconds);
  if (!largest) {
    return t('overview.age.now');
  }
  const count = Math.floor(seconds / largest.seconds);
  return t(`overview.age.${largest.unit}`, { count });
}
