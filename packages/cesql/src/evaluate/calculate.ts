import type { ArithmeticNode } from '../syntax/ast';
import type { Computed } from './evaluationError';
import { divisionByZero } from './problems';

/** Results beyond 32 bits wrap around, as in both SDKs. */
export function calculate(
  operator: ArithmeticNode['operator'],
  left: number,
  right: number,
): Computed<number> {
  switch (operator) {
    case '+':
      return { value: (left + right) | 0 };
    case '-':
      return { value: (left - right) | 0 };
    case '*':
      return { value: Math.imul(left, right) };
    default:
      if (right === 0) {
        return { value: 0, problem: divisionByZero(left) };
      }
      return {
        value: (operator === '/' ? left / right : left % right) | 0,
      };
  }
}
