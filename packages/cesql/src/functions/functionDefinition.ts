import type { Value, ValueType } from '../values/values';

/**
 * The type of a parameter; `any` takes every value as it is.
 *
 * @public
 */
export type ParameterType = ValueType | 'any';

/**
 * A function of one's own. Two with the same name differ in the number of
 * parameters.
 *
 * @public
 */
export interface FunctionDefinition {
  /** Letters and underscores; case does not matter. */
  name: string;
  parameters: readonly ParameterType[];
  /** The type of further arguments, of any number. */
  variadic?: ParameterType;
  returns: ValueType;
  /**
   * Depends on nothing but its arguments; may throw, which is a
   * `FunctionEvaluationError`. Absent: the function exists, but what it answers
   * is not known here.
   */
  evaluate?: (...values: Value[]) => Value;
}
