import type { ExpressionNode } from '../index';

/** An expression with parentheses around every operation. */
export function grouped(node: ExpressionNode): string {
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value);
    case 'attribute':
      return node.name;
    case 'exists':
      return `(EXISTS ${node.name})`;
    case 'not':
      return `(NOT ${grouped(node.operand)})`;
    case 'negate':
      return `(- ${grouped(node.operand)})`;
    case 'like':
      return `(${grouped(node.operand)} LIKE ${JSON.stringify(node.pattern)})`;
    case 'in':
      return `(${grouped(node.operand)} IN [${node.elements.map(grouped)}])`;
    case 'call':
      return `${node.name}(${node.arguments.map(grouped)})`;
    default:
      return `(${grouped(node.left)} ${node.operator} ${grouped(node.right)})`;
  }
}
