import type { Engine } from './engine';

/**
 * Values by the names of attributes. Only own properties count, so that
 * `constructor` is a name like any other.
 */
export type ByName<T> = Readonly<Record<string, T>>;

export function lookUp<T>(values: ByName<T>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

const required: ReadonlySet<string> = new Set([
  'id',
  'source',
  'specversion',
  'type',
]);

const standard: ReadonlySet<string> = new Set([
  ...required,
  'datacontenttype',
  'dataschema',
  'subject',
  'time',
]);

/** Attributes of every event. */
export function isRequired(name: string): boolean {
  return required.has(name);
}

/** Attributes that the specification of CloudEvents defines: all are strings. */
export function isStandard(name: string): boolean {
  return standard.has(name);
}

/** Attributes whose values cannot have spaces of any kind. */
export function isUri(name: string): boolean {
  return name === 'source' || name === 'dataschema';
}

/** `data` is not an attribute, and no other name than these is valid. */
export function isAttributeName(name: string): boolean {
  return /^[a-z0-9]+$/.test(name) && name !== 'data';
}

/** The attribute that a name in an expression means. */
export function nameOf(written: string, engine: Engine): string {
  return engine.attributeNames === 'lowerCase'
    ? written.toLowerCase()
    : written;
}

/** The attribute that a name after EXISTS means: always in lower case. */
export function existsNameOf(written: string): string {
  return written.toLowerCase();
}

/** Go takes an empty standard attribute for an absent one. */
export function countsAsAbsent(
  name: string,
  value: unknown,
  engine: Engine,
): boolean {
  return value === '' && engine.name === 'go' && isStandard(name);
}
