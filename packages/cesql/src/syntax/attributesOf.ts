import type { ExpressionNode } from './ast';

/** The names of all attributes of an expression, as written, sorted. */
export function attributesOf(root: ExpressionNode): string[] {
  const names = new Set<string>();
  collect(root, names);
  return [...names].sort();
}

function collect(node: ExpressionNode, names: Set<string>) {
  switch (node.kind) {
    case 'attribute':
    case 'exists':
      names.add(node.name);
      break;
    case 'not':
    case 'negate':
    case 'like':
      collect(node.operand, names);
      break;
    case 'logic':
    case 'comparison':
    case 'arithmetic':
      collect(node.left, names);
      collect(node.right, names);
      break;
    case 'in':
      collect(node.operand, names);
      node.elements.forEach(element => collect(element, names));
      break;
    case 'call':
      node.arguments.forEach(argument => collect(argument, names));
      break;
    case 'literal':
      break;
    default:
      node satisfies never;
  }
}
