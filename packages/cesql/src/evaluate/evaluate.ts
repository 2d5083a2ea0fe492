import { engineOf, type EngineOptions } from '../engine';
import { builtInFunctions, type Functions } from '../functions/functions';
import type { Expression } from '../syntax/parse';
import { fromEngineText } from '../values/text';
import type { Evaluation, Outcome } from './evaluation';
import { resultOf } from './resultOf';
import type { EventAttributes, Run } from './run';
import { exhausted, isExhausted, startWork } from './work';

/** @public */
export interface EvaluateOptions extends EngineOptions {
  /** The functions of the specification unless told. */
  functions?: Functions;
}

/**
 * The value of an expression for an event. Never throws.
 *
 * @public
 */
export function evaluate(
  expression: Expression,
  event: EventAttributes,
  options: EvaluateOptions = {},
): Evaluation {
  const engine = engineOf(options);
  const run: Run = {
    engine,
    event,
    functions: options.functions ?? builtInFunctions,
    errors: [],
    work: startWork(),
  };
  const { value } = resultOf(expression.root, run);
  if (isExhausted(run.work)) {
    const { start, end } = expression.root;
    return { value: false, errors: [{ ...exhausted, start, end }] };
  }
  return {
    value:
      typeof value === 'string' ? fromEngineText(value, engine.name) : value,
    errors: run.errors,
  };
}

/**
 * What an evaluation means for a filter.
 *
 * @public
 */
export function outcomeOf(
  evaluation: Evaluation,
  options: EngineOptions = {},
): Outcome {
  if (evaluation.errors.some(({ kind }) => kind === 'EngineFailure')) {
    return 'crash';
  }
  const endsWithError =
    engineOf(options).errorMode === 'failFast' ||
    evaluation.errors.some(({ kind }) => kind === 'GenericError');
  if (evaluation.errors.length && endsWithError) {
    return 'error';
  }
  switch (evaluation.value) {
    case true:
      return 'true';
    case false:
      return 'false';
    default:
      return 'nonBoolean';
  }
}
