import type { EngineName } from '../engine';
import { typeOf, type Value, type ValueType } from './values';

/** The value as another type, or undefined if it has none. */
export function cast(
  value: Value,
  type: ValueType,
  engine: EngineName,
): Value | undefined {
  if (typeOf(value) === type) {
    return value;
  }
  switch (type) {
    case 'string':
      return String(value);
    case 'integer':
      return typeof value === 'string'
        ? parseInteger(value, engine)
        : Number(value);
    default:
      return typeof value === 'string' ? parseBoolean(value) : value !== 0;
  }
}

/** An integer with 32 bits in decimal digits, or undefined. */
export function parseInteger(
  text: string,
  engine: EngineName,
): number | undefined {
  const digits = engine === 'java' ? withAsciiDigits(text) : text;
  if (!/^[+-]?[0-9]+$/.test(digits)) {
    return undefined;
  }
  const value = Number(digits);
  // Adding 0 makes a negative zero an ordinary one.
  return Math.trunc(value) === (value | 0) ? value + 0 : undefined;
}

function parseBoolean(text: string): boolean | undefined {
  switch (text.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      return undefined;
  }
}

/** Java reads the decimal digits of every script. */
function withAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, digit =>
    digit.length === 1 ? String(digitValue(digit)) : digit,
  );
}

/** Digits stand in runs of ten, from zero to nine. */
function digitValue(digit: string): number {
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCharCode(digit.charCodeAt(0) - value - 1))) {
    value += 1;
  }
  return value;
}
