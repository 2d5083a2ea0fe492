import type { MatchReason } from '../contract';
import type { Condition, ListCondition } from './condition';
import { evaluateCondition } from './evaluateCondition';
import type { EventTypeKnowledge } from './eventTypeKnowledge';
import type {
  ExpressionQuestion,
  PreparedExpression,
} from './expressionOutcomes';
import type { FilterEngine } from './filterEngine';
import { learntOrder } from './notes';
import {
  decidedExpression,
  excludingCondition,
  failingCondition,
  openCondition,
  openExpression,
  passesNothing,
  unevaluatedExpression,
  unreliableLike,
} from './reasons';
import { BREAKS, FAILS, has, verdictOf, type Results } from './results';

/** Says why a condition comes to what it comes to. */
export class Explanation {
  constructor(
    private readonly knowledge: EventTypeKnowledge,
    private readonly engine: FilterEngine,
  ) {}

  /** Why it is undecided: everything that leaves it open. */
  whyOpen(condition: Condition): MatchReason[] {
    switch (condition.kind) {
      case 'attribute':
        return [openCondition(condition, this.seen(condition.attribute))];
      case 'expression':
        return this.whyExpressionIsOpen(condition.expression);
      case 'not':
        return this.whyOpen(condition.of);
      case 'fixed':
        return condition.reason ? [condition.reason] : [];
      default: {
        const open = condition.of.filter(element => this.isOpen(element));
        return open.length > 0
          ? open.flatMap(element => this.whyOpen(element))
          : [learntOrder()];
      }
    }
  }

  /** Why no event passes. */
  whyClosed(condition: Condition): MatchReason[] {
    const reasons = this.whyDecided(condition, false);
    return reasons.length > 0 ? reasons : [passesNothing()];
  }

  /**
   * @param isHeld - whether the condition always holds, inside a `not`, or never
   */
  private whyDecided(condition: Condition, isHeld: boolean): MatchReason[] {
    switch (condition.kind) {
      case 'attribute': {
        const known = this.seen(condition.attribute);
        return [
          isHeld
            ? excludingCondition(condition, known)
            : failingCondition(condition, known),
        ];
      }
      case 'expression':
        return [decidedExpression(condition.expression.text, isHeld)];
      case 'not':
        return this.whyDecided(condition.of, !isHeld);
      case 'fixed':
        return [];
      default:
        return this.whyListIsDecided(condition, isHeld);
    }
  }

  private whyListIsDecided({ of }: ListCondition, isHeld: boolean) {
    const deciding = of.filter(element => {
      const results = this.resultsOf(element);
      return isHeld
        ? !has(results, FAILS | BREAKS)
        : verdictOf(results) === 'no';
    });
    return deciding.flatMap(element => this.whyDecided(element, isHeld));
  }

  private whyExpressionIsOpen(expression: PreparedExpression): MatchReason[] {
    const { text } = expression;
    const ask = (question?: ExpressionQuestion) =>
      expression.outcomesFor(this.knowledge, question);
    const { hangsOn, isLimited } = ask();
    if (isLimited || hangsOn.length === 0 || expression.needsBroker) {
      return [unevaluatedExpression(text)];
    }
    const plain = verdictOf(ask({ plainTexts: true }).results);
    if (plain !== 'maybe') {
      return [unreliableLike(text, hangsOn, plain === 'yes')];
    }
    return hangsOn.map(name => {
      const known = this.seen(name);
      const withoutIt = known.always
        ? undefined
        : verdictOf(ask({ absent: name }).results);
      return openExpression(text, name, known, withoutIt);
    });
  }

  private seen(attribute: string) {
    return this.engine.seen(attribute, this.knowledge.of(attribute));
  }

  private resultsOf(condition: Condition): Results {
    return evaluateCondition(condition, this.knowledge, this.engine);
  }

  /** Whether there is more than one result. */
  private isOpen(condition: Condition): boolean {
    const results = this.resultsOf(condition);
    return (results & (results - 1)) !== 0;
  }
}
