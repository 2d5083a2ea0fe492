import type { Value } from '../values/values';

/**
 * A part of the expression's text: offsets in units of UTF-16, the end exclusive.
 *
 * @public
 */
export interface Span {
  start: number;
  end: number;
}

/** @public */
export interface LiteralNode extends Span {
  kind: 'literal';
  value: Value;
}

/** @public */
export interface AttributeNode extends Span {
  kind: 'attribute';
  /** As written. */
  name: string;
}

/** @public */
export interface ExistsNode extends Span {
  kind: 'exists';
  /** As written. */
  name: string;
}

/** @public */
export interface NotNode extends Span {
  kind: 'not';
  operand: ExpressionNode;
}

/** @public */
export interface NegateNode extends Span {
  kind: 'negate';
  operand: ExpressionNode;
}

/** @public */
export interface LogicNode extends Span {
  kind: 'logic';
  operator: 'AND' | 'OR' | 'XOR';
  left: ExpressionNode;
  right: ExpressionNode;
}

/** @public */
export interface ComparisonNode extends Span {
  kind: 'comparison';
  /** `<>` is `!=`. */
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
  left: ExpressionNode;
  right: ExpressionNode;
}

/** @public */
export interface ArithmeticNode extends Span {
  kind: 'arithmetic';
  operator: '+' | '-' | '*' | '/' | '%';
  left: ExpressionNode;
  right: ExpressionNode;
}

/** @public */
export interface LikeNode extends Span {
  kind: 'like';
  operand: ExpressionNode;
  pattern: string;
}

/** @public */
export interface InNode extends Span {
  kind: 'in';
  operand: ExpressionNode;
  elements: readonly ExpressionNode[];
}

/** @public */
export interface CallNode extends Span {
  kind: 'call';
  /** In capital letters. */
  name: string;
  arguments: readonly ExpressionNode[];
}

/**
 * A node of a parsed expression. `NOT LIKE` and `NOT IN` are a `not` around the
 * operation.
 *
 * @public
 */
export type ExpressionNode =
  | LiteralNode
  | AttributeNode
  | ExistsNode
  | NotNode
  | NegateNode
  | LogicNode
  | ComparisonNode
  | ArithmeticNode
  | LikeNode
  | InNode
  | CallNode;
