/**
 * A value of an attribute or an expression. Numbers are integers with 32 bits
 * and a sign. URIs, timestamps and binary values are strings.
 *
 * @public
 */
export type Value = string | number | boolean;

/**
 * The types of the language.
 *
 * @public
 */
export type ValueType = 'string' | 'integer' | 'boolean';

export function typeOf(value: Value): ValueType {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'integer';
    default:
      return 'boolean';
  }
}

/** The value that stands for a result that an error has prevented. */
export function zeroOf(type: ValueType): Value {
  switch (type) {
    case 'string':
      return '';
    case 'integer':
      return 0;
    default:
      return false;
  }
}
