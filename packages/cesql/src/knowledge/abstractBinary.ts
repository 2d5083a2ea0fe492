import { calculate } from '../evaluate/calculate';
import { compare } from '../evaluate/compare';
import type { ArithmeticNode, ComparisonNode } from '../syntax/ast';
import type { Value } from '../values/values';
import { typeOfAbstract } from './abstractCast';
import { castAll, isFailFast, type AbstractRun } from './abstractRun';
import {
  anyInteger,
  certain,
  constant,
  open,
  type AbstractValue,
  type Truth,
} from './abstractValue';
import { equality } from './equality';
import {
  fromTruth,
  possibilities,
  present,
  union,
  type Possibilities,
  type Possibility,
} from './possibilities';

/** What an operation on two sets of values comes to. */
interface Steps {
  values: readonly Possibility[];
  mayFail: boolean;
}

export function comparison(
  operator: ComparisonNode['operator'],
  left: Possibilities,
  right: Possibilities,
  run: AbstractRun,
): Possibilities {
  return binary(left, right, false, (one, other) =>
    operator === '=' || operator === '!='
      ? equal(operator, one, other, run)
      : withIntegers(one, other, run, (first, second) =>
          fromTruth(
            first === undefined || second === undefined
              ? open
              : certain(compare(operator, first, second)),
          ),
        ),
  );
}

function equal(
  operator: '=' | '!=',
  left: AbstractValue,
  right: AbstractValue,
  run: AbstractRun,
): Steps {
  const { values, mayFail } = castAll(
    [present(left)],
    typeOfAbstract(right),
    run,
  );
  const truths = values.map(value => equality(value, right));
  return {
    values: truths.flatMap(truth =>
      fromTruth(operator === '=' ? truth : negated(truth)),
    ),
    mayFail,
  };
}

function negated({ canBeTrue, canBeFalse }: Truth): Truth {
  return { canBeTrue: canBeFalse, canBeFalse: canBeTrue };
}

export function arithmetic(
  operator: ArithmeticNode['operator'],
  left: Possibilities,
  right: Possibilities,
  run: AbstractRun,
): Possibilities {
  const divides = operator === '/' || operator === '%';
  return binary(left, right, 0, (one, other) => {
    let mayDivideByZero = false;
    const steps = withIntegers(one, other, run, (first, second) => {
      mayDivideByZero ||= divides && !second;
      if (divides && second === 0 && isFailFast(run)) {
        return [];
      }
      return [
        present(
          first === undefined || second === undefined
            ? anyInteger
            : constant(calculate(operator, first, second).value),
        ),
      ];
    });
    return {
      values: steps.values,
      mayFail: steps.mayFail || (mayDivideByZero && isFailFast(run)),
    };
  });
}

/** An absent attribute prevents the operation. */
function binary(
  left: Possibilities,
  right: Possibilities,
  zero: Value,
  operate: (left: AbstractValue, right: AbstractValue) => Steps,
): Possibilities {
  const values: Possibility[] = [];
  let mayFail = left.mayFail || right.mayFail;
  for (const one of left.values) {
    for (const other of right.values) {
      if (one.isMissing || other.isMissing) {
        values.push(present(constant(zero)));
      } else {
        const steps = operate(one.value, other.value);
        values.push(...steps.values);
        mayFail ||= steps.mayFail;
      }
    }
  }
  return possibilities(values, mayFail, union(left.hangsOn, right.hangsOn));
}

/** Undefined stands for any integer. */
function withIntegers(
  left: AbstractValue,
  right: AbstractValue,
  run: AbstractRun,
  operate: (
    left: number | undefined,
    right: number | undefined,
  ) => readonly Possibility[],
): Steps {
  const first = castAll([present(left)], 'integer', run);
  const second = castAll([present(right)], 'integer', run);
  return {
    values: first.values.flatMap(one =>
      second.values.flatMap(other => operate(integer(one), integer(other))),
    ),
    mayFail: first.mayFail || second.mayFail,
  };
}

function integer(value: AbstractValue): number | undefined {
  return value.kind === 'constant' ? (value.value as number) : undefined;
}
