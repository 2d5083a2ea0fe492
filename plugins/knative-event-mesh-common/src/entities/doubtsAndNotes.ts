import type { MatchReason } from '../contract';
import type { EventConsumer } from './types';

/** What a broker makes of a filter, whatever the events are. */
const noteCodes: readonly MatchReason['code'][] = [
  'filterSkipped',
  'filtersIgnored',
];

/**
 * Tells what leaves a match open from what is only worth knowing about the
 * filter. A match that is certain has no doubts.
 *
 * @public
 */
export function doubtsAndNotes({
  match,
  reasons,
}: Pick<EventConsumer, 'match' | 'reasons'>): {
  doubts: MatchReason[];
  notes: MatchReason[];
} {
  const isNote = ({ code }: MatchReason) =>
    match === 'yes' || noteCodes.includes(code);
  return {
    doubts: reasons.filter(reason => !isNote(reason)),
    notes: reasons.filter(isNote),
  };
}
