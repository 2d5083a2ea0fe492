import type { Engine } from '../engine';
import type { Functions } from '../functions/functions';
import type { Span } from '../syntax/ast';
import { cast } from '../values/casts';
import { toEngineText } from '../values/text';
import { zeroOf, type Value, type ValueType } from '../values/values';
import type { EvaluationError, Problem } from './evaluationError';
import { castProblem } from './problems';
import { isExhausted, spend, type Work } from './work';

/**
 * The context attributes of an event by name, as in its JSON format. Other
 * values than strings, numbers and booleans count as absent, and so does `data`.
 *
 * @public
 */
export type EventAttributes = Readonly<Record<string, unknown>>;

/** One evaluation under way. */
export interface Run {
  engine: Engine;
  event: EventAttributes;
  functions: Functions;
  errors: EvaluationError[];
  work: Work;
}

/** A value as the engine holds it. */
export function held(value: Value, { engine, work }: Run): Value {
  if (typeof value !== 'string') {
    return value;
  }
  spend(work, value.length);
  return isExhausted(work) ? '' : toEngineText(value, engine.name);
}

export function castTo(
  value: Value,
  type: ValueType,
  node: Span,
  run: Run,
): Value {
  const { name } = run.engine;
  const result = cast(value, type, name);
  if (result === undefined) {
    fail(castProblem(value, type, name), node, run);
    return zeroOf(type);
  }
  return result;
}

/** In the mode `failFast` only the first error counts. */
export function fail(problem: Problem, { start, end }: Span, run: Run) {
  if (!isStopped(run)) {
    run.errors.push({ ...problem, start, end });
  }
}

export function isStopped({ engine, errors, work }: Run): boolean {
  return (
    (engine.errorMode === 'failFast' && errors.length > 0) || isExhausted(work)
  );
}
