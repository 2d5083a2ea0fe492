import { spend } from '../evaluate/work';
import { parameterType, type Callable } from '../functions/callable';
import type { Value, ValueType } from '../values/values';
import { castAbstract, type AbstractCast } from './abstractCast';
import { castAll, isFailFast, type AbstractRun } from './abstractRun';
import {
  anyBoolean,
  anyComputedString,
  anyInteger,
  constant,
  type AbstractValue,
} from './abstractValue';
import {
  nothing,
  possibilities,
  present,
  union,
  type Possibilities,
} from './possibilities';

/** A call of a function that does not exist. */
export function missingCall(run: AbstractRun): Possibilities {
  return isFailFast(run)
    ? possibilities([], true, nothing)
    : possibilities([present(constant(false))], false, nothing);
}

export function call(
  callable: Callable,
  callArguments: readonly Possibilities[],
  run: AbstractRun,
): Possibilities {
  const values: (readonly AbstractValue[])[] = [];
  let mayFail = false;
  let hangsOn = nothing;
  for (const [index, argument] of callArguments.entries()) {
    const type = parameterType(callable, index);
    const casts =
      type === 'any'
        ? { values: argument.values.map(({ value }) => value), mayFail: false }
        : castAll(argument.values, type, run);
    values.push(casts.values);
    mayFail ||= argument.mayFail || casts.mayFail;
    hangsOn = union(hangsOn, argument.hangsOn);
    if (!casts.values.length) {
      return possibilities([], mayFail, hangsOn);
    }
  }

  const answer = answerOf(callable, values, run);
  return possibilities(
    answer.values.map(present),
    mayFail || (answer.mayFail && isFailFast(run)),
    hangsOn,
  );
}

function answerOf(
  callable: Callable,
  values: readonly (readonly AbstractValue[])[],
  run: AbstractRun,
): AbstractCast {
  const constants = values.flatMap(alternatives =>
    alternatives.length === 1 && alternatives[0].kind === 'constant'
      ? [alternatives[0].value]
      : [],
  );
  if (callable.call && constants.length === values.length) {
    return answerFor(callable, constants, run);
  }
  run.mayCrash ||= mayBreak(callable, values, run);
  const [first] = values;
  if (callable.isCastTo) {
    return castAll(first.map(present), callable.isCastTo, run);
  }
  if (callable.isTestFor) {
    const type = callable.isTestFor;
    const casts = first.map(value =>
      castAbstract(value, type, run.engine.name),
    );
    return {
      values: [
        ...(casts.some(({ values: results }) => results.length > 0)
          ? [constant(true)]
          : []),
        ...(casts.some(({ mayFail }) => mayFail) ? [constant(false)] : []),
      ],
      mayFail: false,
    };
  }
  return {
    values: anyOf(callable.returns),
    mayFail: callable.isFallible,
  };
}

function mayBreak(
  { breaksIfNegative }: Callable,
  values: readonly (readonly AbstractValue[])[],
  { engine }: AbstractRun,
): boolean {
  return (
    breaksIfNegative?.engine === engine.name &&
    values[breaksIfNegative.index].some(
      value => value.kind !== 'constant' || Number(value.value) < 0,
    )
  );
}

function answerFor(
  callable: Callable,
  constants: readonly Value[],
  run: AbstractRun,
): AbstractCast {
  const { value, problem } = callable.call!(constants, run.engine.name);
  spend(run.work, typeof value === 'string' ? value.length : 1);
  if (problem?.kind === 'GenericError') {
    run.isLimited = true;
  }
  run.mayCrash ||= problem?.kind === 'EngineFailure';
  return problem && isFailFast(run)
    ? { values: [], mayFail: true }
    : { values: [constant(value)], mayFail: false };
}

function anyOf(type: ValueType): readonly AbstractValue[] {
  switch (type) {
    case 'string':
      return [anyComputedString];
    case 'integer':
      return [anyInteger];
    default:
      return anyBoolean;
  }
}
