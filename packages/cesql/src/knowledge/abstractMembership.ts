import { typeOfAbstract } from './abstractCast';
import { castAll, type AbstractRun } from './abstractRun';
import { constant, type AbstractValue } from './abstractValue';
import { equality } from './equality';
import {
  possibilities,
  present,
  union,
  type Possibilities,
  type Possibility,
} from './possibilities';

/** IN: elements are looked at from left to right up to the first that is equal. */
export function membership(
  operand: Possibilities,
  elements: Iterable<Possibilities>,
  run: AbstractRun,
): Possibilities {
  const found: Possibility[] = [];
  let { mayFail, hangsOn } = operand;
  let searching: readonly AbstractValue[] = operand.values.map(
    ({ value }) => value,
  );

  for (const element of elements) {
    if (!searching.length) {
      break;
    }
    hangsOn = union(hangsOn, element.hangsOn);
    const steps = searching.map(value => ({
      value,
      ...stepOf(value, element, run),
    }));
    mayFail ||= element.mayFail || steps.some(step => step.mayFail);
    if (steps.some(({ canBeEqual }) => canBeEqual)) {
      found.push(present(constant(true)));
    }
    searching = steps
      .filter(({ canDiffer }) => canDiffer)
      .map(({ value }) => value);
  }

  return possibilities(
    [...found, ...searching.map(() => present(constant(false)))],
    mayFail,
    hangsOn,
  );
}

function stepOf(
  value: AbstractValue,
  element: Possibilities,
  run: AbstractRun,
) {
  const { values, mayFail } = castAll(
    element.values,
    typeOfAbstract(value),
    run,
  );
  const truths = values.map(other => equality(value, other));
  return {
    canBeEqual: truths.some(({ canBeTrue }) => canBeTrue),
    canDiffer: truths.some(({ canBeFalse }) => canBeFalse),
    mayFail,
  };
}
