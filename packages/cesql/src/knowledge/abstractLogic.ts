import type { LogicNode } from '../syntax/ast';
import { zeroOf } from '../values/values';
import { castAll, type AbstractRun } from './abstractRun';
import { constant, type AbstractValue } from './abstractValue';
import {
  possibilities,
  present,
  union,
  type Possibilities,
  type Possibility,
} from './possibilities';

/** NOT and minus. */
export function unary(
  operand: Possibilities,
  type: 'boolean' | 'integer',
  run: AbstractRun,
): Possibilities {
  const zeros = operand.values
    .filter(({ isMissing }) => isMissing)
    .map(() => present(constant(zeroOf(type))));
  const { values, mayFail } = castAll(
    operand.values.filter(({ isMissing }) => !isMissing),
    type,
    run,
  );
  return possibilities(
    [...values.map(value => present(opposite(value))), ...zeros],
    operand.mayFail || mayFail,
    operand.hangsOn,
  );
}

function opposite(value: AbstractValue): AbstractValue {
  if (value.kind !== 'constant') {
    return value;
  }
  return constant(
    typeof value.value === 'boolean'
      ? !value.value
      : (0 - (value.value as number)) | 0,
  );
}

/**
 * AND, OR and XOR.
 *
 * @param evaluateRight - called if the left operand can leave it open
 */
export function logic(
  operator: LogicNode['operator'],
  leftOperand: Possibilities,
  evaluateRight: () => Possibilities,
  run: AbstractRun,
): Possibilities {
  const left = asBooleans(leftOperand, run);
  const decisive = operator === 'XOR' ? undefined : operator === 'OR';
  const decided = left.values.filter(possibility => is(possibility, decisive));
  if (decided.length === left.values.length) {
    return left;
  }
  const right = asBooleans(evaluateRight(), run);
  const combined =
    decisive === undefined ? differences(left, right) : right.values;
  return possibilities(
    [...decided, ...combined],
    left.mayFail || right.mayFail,
    union(left.hangsOn, right.hangsOn),
  );
}

function is({ value }: Possibility, boolean: boolean | undefined): boolean {
  return value.kind === 'constant' && value.value === boolean;
}

function differences(left: Possibilities, right: Possibilities): Possibility[] {
  return left.values.flatMap(one =>
    right.values.flatMap(other =>
      one.value.kind === 'constant' && other.value.kind === 'constant'
        ? [present(constant(one.value.value !== other.value.value))]
        : [],
    ),
  );
}

/** A boolean may go on standing for an absent attribute. */
function asBooleans(from: Possibilities, run: AbstractRun): Possibilities {
  const { values, mayFail } = castAll(
    from.values.filter(({ isMissing }) => !isMissing),
    'boolean',
    run,
  );
  return possibilities(
    [
      ...values.map(present),
      ...from.values.filter(({ isMissing }) => isMissing),
    ],
    from.mayFail || mayFail,
    from.hangsOn,
  );
}
