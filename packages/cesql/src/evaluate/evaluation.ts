import type { Value } from '../values/values';
import type { EvaluationError } from './evaluationError';

/**
 * What an expression is for an event.
 *
 * @public
 */
export interface Evaluation {
  /** With errors, what the engine puts in the place of the value. */
  value: Value;
  /** All errors, in the mode `failFast` at most one, in order. */
  errors: readonly EvaluationError[];
}

/**
 * What an expression does as a filter: an event passes on `true` only.
 *
 * - `error`: the evaluation has ended with an error. In the mode `complete` only
 *   a `GenericError` ends it; after any other the value counts, as in Knative's
 *   brokers on Kafka.
 * - `crash`: the engine itself breaks. The Go SDK panics at `SUBSTRING` with a
 *   negative length.
 * - `nonBoolean`: the value is a string or an integer.
 *
 * @public
 */
export type Outcome = 'true' | 'false' | 'error' | 'crash' | 'nonBoolean';
