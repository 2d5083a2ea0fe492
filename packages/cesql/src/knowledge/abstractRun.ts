import type { Engine } from '../engine';
import { isExhausted, spend, type Work } from '../evaluate/work';
import type { Functions } from '../functions/functions';
import { toEngineText } from '../values/text';
import { zeroOf, type ValueType } from '../values/values';
import { castAbstract, type AbstractCast } from './abstractCast';
import {
  constant,
  type AbstractValue,
  type FreeCharacters,
} from './abstractValue';
import type { EventKnowledge } from './attributeKnowledge';
import type { Possibility } from './possibilities';

/** One abstract evaluation under way. */
export interface AbstractRun {
  engine: Engine;
  knowledge: EventKnowledge;
  functions: Functions;
  free: FreeCharacters;
  work: Work;
  /** Set if something is beyond what this package can tell. */
  isLimited: boolean;
  /** Set if the engine itself may break. */
  mayCrash: boolean;
}

export function isFailFast({ engine }: AbstractRun): boolean {
  return engine.errorMode === 'failFast';
}

/** A string as the engine holds it. */
export function held(text: string, { engine, work }: AbstractRun): string {
  spend(work, text.length);
  return isExhausted(work) ? '' : toEngineText(text, engine.name);
}

/** In the mode `complete`, what cannot be cast becomes the zero value. */
export function castAll(
  from: readonly Possibility[],
  type: ValueType,
  run: AbstractRun,
): AbstractCast {
  const values: AbstractValue[] = [];
  let mayFail = false;
  for (const { value } of from) {
    const result = castAbstract(value, type, run.engine.name);
    values.push(...result.values);
    mayFail ||= result.mayFail;
  }
  if (mayFail && !isFailFast(run)) {
    return { values: [...values, constant(zeroOf(type))], mayFail: false };
  }
  return { values, mayFail };
}
