import type { Value } from '../values/values';

/** Characters that an unknown text may have, and that engines trip over. */
export interface FreeCharacters {
  percent: boolean;
  lineEnd: boolean;
}

/** A string with known literals, the first and last of them perhaps empty. */
export interface Template {
  kind: 'template';
  /** As the engine holds strings; one more than gaps. */
  literals: readonly string[];
  /** How many characters at least stand between the literals; at least 1. */
  gaps: readonly number[];
  free: FreeCharacters;
}

/** Any string. */
export interface AnyString {
  kind: 'string';
  free: FreeCharacters;
}

/** A set of values of one type. There are so few booleans that none is left open. */
export type AbstractValue =
  | { kind: 'constant'; value: Value }
  | Template
  | AnyString
  | { kind: 'integer' };

export const anyInteger: AbstractValue = { kind: 'integer' };

export const anyBoolean: readonly AbstractValue[] = [
  constant(true),
  constant(false),
];

/** A string that was computed, from whatever. */
export const anyComputedString: AbstractValue = {
  kind: 'string',
  free: { percent: true, lineEnd: true },
};

export function constant(value: Value): AbstractValue {
  return { kind: 'constant', value };
}

/** What is possible of a condition. */
export interface Truth {
  canBeTrue: boolean;
  canBeFalse: boolean;
}

export const open: Truth = { canBeTrue: true, canBeFalse: true };

export function certain(value: boolean): Truth {
  return { canBeTrue: value, canBeFalse: !value };
}
