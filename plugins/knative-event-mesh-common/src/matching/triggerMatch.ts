import type { MatchReason } from '../contract';

/**
 * Whether a Trigger's filter passes the events of an event type.
 *
 * @public
 */
export interface TriggerMatch {
  /**
   * `yes`: every event of the type passes. `no`: none does. `maybe`: neither
   * can be said from what the event type declares.
   */
  match: 'yes' | 'no' | 'maybe';
  /**
   * One sentence each: for `maybe` what leaves it open, for `no` what keeps the
   * events out, and in any case what of the filter does not do what it looks
   * like.
   */
  reasons: MatchReason[];
}
