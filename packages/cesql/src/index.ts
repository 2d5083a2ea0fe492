/**
 * CloudEvents SQL: a parser, an evaluator for events, and an evaluator for sets
 * of events of which something is known.
 *
 * @packageDocumentation
 */
export type {
  AttributeNames,
  EngineName,
  EngineOptions,
  ErrorMode,
} from './engine';
export { evaluate, outcomeOf } from './evaluate/evaluate';
export type { EvaluateOptions } from './evaluate/evaluate';
export type { Evaluation, Outcome } from './evaluate/evaluation';
export type {
  EvaluationError,
  EvaluationErrorKind,
} from './evaluate/evaluationError';
export type { EventAttributes } from './evaluate/run';
export type {
  FunctionDefinition,
  ParameterType,
} from './functions/functionDefinition';
export { createFunctions } from './functions/functions';
export type { Functions } from './functions/functions';
export type {
  AttributeKnowledge,
  EventKnowledge,
  ExactAttribute,
  TemplateAttribute,
  TemplatePart,
} from './knowledge/attributeKnowledge';
export { possibleOutcomes } from './knowledge/possibleOutcomes';
export type {
  OpenAttribute,
  PossibleOutcomes,
  PossibleOutcomesOptions,
} from './knowledge/possibleOutcomes';
export type {
  ArithmeticNode,
  AttributeNode,
  CallNode,
  ComparisonNode,
  ExistsNode,
  ExpressionNode,
  InNode,
  LikeNode,
  LiteralNode,
  LogicNode,
  NegateNode,
  NotNode,
  Span,
} from './syntax/ast';
export { parse } from './syntax/parse';
export type { Expression, ParseOptions, ParseResult } from './syntax/parse';
export type { ParseError } from './syntax/parseError';
export type { Value, ValueType } from './values/values';
