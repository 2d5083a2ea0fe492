import type { ComparisonNode } from '../syntax/ast';

export function compare(
  operator: Exclude<ComparisonNode['operator'], '=' | '!='>,
  left: number,
  right: number,
): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}
