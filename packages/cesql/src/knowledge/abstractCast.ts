import type { EngineName } from '../engine';
import { cast } from '../values/casts';
import { typeOf, type ValueType } from '../values/values';
import {
  anyBoolean,
  anyInteger,
  constant,
  type AbstractValue,
  type Template,
} from './abstractValue';
import { contains } from './template';

export interface AbstractCast {
  values: readonly AbstractValue[];
  /** Whether some of the values cannot be cast. */
  mayFail: boolean;
}

/** The string of some integer. */
const decimalDigits: AbstractValue = {
  kind: 'string',
  free: { percent: false, lineEnd: false },
};

export function typeOfAbstract(value: AbstractValue): ValueType {
  switch (value.kind) {
    case 'constant':
      return typeOf(value.value);
    case 'integer':
      return 'integer';
    default:
      return 'string';
  }
}

export function castAbstract(
  value: AbstractValue,
  type: ValueType,
  engine: EngineName,
): AbstractCast {
  if (value.kind === 'constant') {
    const result = cast(value.value, type, engine);
    return result === undefined
      ? { values: [], mayFail: true }
      : { values: [constant(result)], mayFail: false };
  }
  if (typeOfAbstract(value) === type) {
    return { values: [value], mayFail: false };
  }
  if (value.kind === 'integer') {
    return {
      values: type === 'string' ? [decimalDigits] : anyBoolean,
      mayFail: false,
    };
  }
  if (value.kind === 'string') {
    return {
      values: type === 'integer' ? [anyInteger] : anyBoolean,
      mayFail: true,
    };
  }
  return {
    values:
      type === 'integer'
        ? integersOf(value)
        : anyBoolean.filter(
            boolean =>
              boolean.kind === 'constant' &&
              contains(inSmallLetters(value), String(boolean.value)),
          ),
    // A variable can always be something else than a number or a boolean.
    mayFail: true,
  };
}

function integersOf({ literals }: Template): readonly AbstractValue[] {
  const canBeInteger = literals.every((literal, index) =>
    index === 0 ? /^[+-]?\p{Nd}*$/u.test(literal) : /^\p{Nd}*$/u.test(literal),
  );
  return canBeInteger ? [anyInteger] : [];
}

function inSmallLetters(template: Template): Template {
  return {
    ...template,
    literals: template.literals.map(literal => literal.toLowerCase()),
  };
}
