import { existsNameOf } from '../attributes';
import type { ExpressionNode } from '../syntax/ast';

/** That an attribute is there, or not, where a part of an expression is evaluated. */
export interface Fact {
  name: string;
  isPresent: boolean;
}

/**
 * What a condition says of attributes if it is true, or if it is false:
 * `EXISTS a AND …` looks at `a` only where it is there.
 */
export function presenceWhen(
  condition: ExpressionNode,
  isTrue: boolean,
): readonly Fact[] {
  switch (condition.kind) {
    case 'exists':
      return [{ name: existsNameOf(condition.name), isPresent: isTrue }];
    case 'not': {
      const { operand } = condition;
      // In the mode `complete`, NOT of an absent attribute is false, too.
      const saysSomething =
        isTrue || operand.kind === 'exists' || operand.kind === 'not';
      return saysSomething ? presenceWhen(operand, !isTrue) : [];
    }
    case 'logic':
      return (condition.operator === 'AND' && isTrue) ||
        (condition.operator === 'OR' && !isTrue)
        ? [
            ...presenceWhen(condition.left, isTrue),
            ...presenceWhen(condition.right, isTrue),
          ]
        : [];
    default:
      return [];
  }
}

/** Facts, those of the innermost condition first. */
export interface Facts {
  here: readonly Fact[];
  around?: Facts;
}

export function isKnownPresent(
  name: string,
  facts: Facts | undefined,
): boolean | undefined {
  for (let scope = facts; scope; scope = scope.around) {
    const fact = scope.here.find(candidate => candidate.name === name);
    if (fact) {
      return fact.isPresent;
    }
  }
  return undefined;
}
