import type { MatchReason } from '../contract';
import type { AttributeCondition } from './attributeCondition';
import type { PreparedExpression } from './expressionOutcomes';
import type { Results } from './results';

/** A CloudEvents SQL expression that the broker's engine evaluates. */
export interface ExpressionCondition {
  kind: 'expression';
  expression: PreparedExpression;
}

/** A list of conditions. */
export interface ListCondition {
  kind: 'all' | 'any';
  of: readonly Condition[];
  /**
   * In which order the engine asks them: as written; any; or first as written,
   * and later changed by the events that it has seen.
   */
  order: 'written' | 'any' | 'learnt';
}

/** Something whose results do not depend on the event. */
export interface FixedCondition {
  kind: 'fixed';
  results: Results;
  /** Why, if there is more than one result. */
  reason?: MatchReason;
}

/**
 * What a broker of some class makes of a Trigger's filters. The classes read the
 * same filters in different ways; in this form, what it says is what happens.
 */
export type Condition =
  | AttributeCondition
  | ExpressionCondition
  | ListCondition
  | { kind: 'not'; of: Condition }
  | FixedCondition;
