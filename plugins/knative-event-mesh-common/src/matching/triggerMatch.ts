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
  /** Why it is undecided, one sentence each; empty unless `maybe`. */
  reasons: MatchReason[];
}
