import { typeOf, type Value } from '../values/values';
import {
  anyComputedString,
  anyInteger,
  constant,
  type AbstractValue,
  type Truth,
} from './abstractValue';

/** One set of values that a part of an expression can have. */
export interface Possibility {
  value: AbstractValue;
  /** As in the evaluator: the value stands for an absent attribute. */
  isMissing: boolean;
}

/** Everything that a part of an expression can come to. */
export interface Possibilities {
  values: readonly Possibility[];
  /** Whether the evaluation can end here with an error. */
  mayFail: boolean;
  /** The attributes that keep it from coming to only one thing. */
  hangsOn: ReadonlySet<string>;
}

export const nothing: ReadonlySet<string> = new Set();

export function union(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
): ReadonlySet<string> {
  if (!other.size) {
    return one;
  }
  return one.size ? new Set([...one, ...other]) : other;
}

export function present(value: AbstractValue): Possibility {
  return { value, isMissing: false };
}

export function fromTruth({ canBeTrue, canBeFalse }: Truth): Possibility[] {
  return [
    ...(canBeTrue ? [present(constant(true))] : []),
    ...(canBeFalse ? [present(constant(false))] : []),
  ];
}

/** How many constants of a type are told from each other. */
const mostConstants = 8;

/** Collects what is possible, each once, and so that it stays little. */
export function possibilities(
  values: readonly Possibility[],
  mayFail: boolean,
  hangsOn: ReadonlySet<string>,
): Possibilities {
  const distinct = limit(distinctOf(values));
  const isDecided = mayFail
    ? distinct.length === 0
    : distinct.length === 1 && distinct[0].value.kind === 'constant';
  return {
    values: distinct,
    mayFail,
    hangsOn: isDecided ? nothing : hangsOn,
  };
}

function distinctOf(values: readonly Possibility[]): readonly Possibility[] {
  if (values.length < 2) {
    return values;
  }
  const seen = new Set<Value | typeof anyInteger>();
  const missing: Possibility[] = [];
  return values
    .filter(possibility => {
      const { value, isMissing } = possibility;
      if (isMissing) {
        missing.push(possibility);
        return false;
      }
      if (value.kind === 'template' || value.kind === 'string') {
        return true;
      }
      const key = value.kind === 'integer' ? anyInteger : value.value;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .concat(missing.slice(0, 1));
}

function limit(values: readonly Possibility[]): readonly Possibility[] {
  const isString = ({ value }: Possibility) =>
    value.kind === 'constant'
      ? typeOf(value.value) === 'string'
      : value.kind !== 'integer';
  const isInteger = ({ value }: Possibility) =>
    value.kind === 'constant'
      ? typeOf(value.value) === 'integer'
      : value.kind === 'integer';
  return replaceMany(
    replaceMany(values, isString, anyComputedString),
    isInteger,
    anyInteger,
  );
}

function replaceMany(
  values: readonly Possibility[],
  isReplaced: (possibility: Possibility) => boolean,
  by: AbstractValue,
): readonly Possibility[] {
  if (values.length <= mostConstants) {
    return values;
  }
  const others = values.filter(possibility => !isReplaced(possibility));
  return values.length - others.length > mostConstants
    ? [...others, present(by)]
    : values;
}
