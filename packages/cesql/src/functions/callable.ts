import type { EngineName } from '../engine';
import type { Computed } from '../evaluate/evaluationError';
import type { Value, ValueType } from '../values/values';
import type { ParameterType } from './functionDefinition';

/** A function as the evaluators call it. */
export interface Callable {
  name: string;
  parameters: readonly ParameterType[];
  variadic?: ParameterType;
  returns: ValueType;
  /** Whether arguments of the right types can be an error. */
  isFallible: boolean;
  /** What it is if its answer is known for sets of values, too. */
  isCastTo?: ValueType;
  isTestFor?: ValueType;
  /** An engine that breaks if the argument at this index is negative. */
  breaksIfNegative?: { engine: EngineName; index: number };
  /** Absent if its answer is not known. */
  call?: (values: readonly Value[], engine: EngineName) => Computed<Value>;
}

export function parameterType(
  { parameters, variadic }: Callable,
  index: number,
): ParameterType {
  return parameters[index] ?? variadic ?? 'any';
}
