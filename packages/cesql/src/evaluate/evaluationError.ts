import type { Span } from '../syntax/ast';

/**
 * What can go wrong in an evaluation, as the specification names it.
 * `GenericError` is a limit of this package, and with `EngineFailure` the engine
 * itself breaks.
 *
 * @public
 */
export type EvaluationErrorKind =
  | 'MathError'
  | 'CastError'
  | 'MissingAttributeError'
  | 'MissingFunctionError'
  | 'FunctionEvaluationError'
  | 'GenericError'
  | 'EngineFailure';

/**
 * What went wrong in an evaluation, and in which part of the expression.
 *
 * @public
 */
export interface EvaluationError extends Span {
  kind: EvaluationErrorKind;
  /** A sentence for the person who has written the expression. */
  message: string;
}

/** An error that does not know its place yet. */
export type Problem = Pick<EvaluationError, 'kind' | 'message'>;

/** A value; with a problem, the value that stands for it. */
export interface Computed<T> {
  value: T;
  problem?: Problem;
}
