/** An object of which nothing but its being an object is known. */
export type UnknownObject = Readonly<Record<string, unknown>>;

/** An object of Kubernetes that does not have the shape of its kind. */
export class MalformedObject extends Error {
  override name = 'MalformedObject';
}

/** Whether a value is an object with fields, not a list. */
export function isObject(value: unknown): value is UnknownObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The object under a key, or undefined where there is none or null.
 *
 * @throws MalformedObject if something else is there
 */
export function objectAt(
  parent: UnknownObject,
  key: string,
): UnknownObject | undefined {
  const value = parent[key] ?? undefined;
  if (value !== undefined && !isObject(value)) {
    throw new MalformedObject(`${key} is not an object`);
  }
  return value;
}

/**
 * The object under a key.
 *
 * @throws MalformedObject if there is none
 */
export function requiredObjectAt(
  parent: UnknownObject,
  key: string,
): UnknownObject {
  const value = objectAt(parent, key);
  if (!value) {
    throw new MalformedObject(`${key} is missing`);
  }
  return value;
}

/**
 * The text under a key, or undefined where there is none, null or nothing in it.
 *
 * @throws MalformedObject if something else is there
 */
export function textAt(parent: UnknownObject, key: string): string | undefined {
  const value = parent[key] ?? undefined;
  if (value !== undefined && typeof value !== 'string') {
    throw new MalformedObject(`${key} is not text`);
  }
  return value || undefined;
}

/**
 * The text under a key.
 *
 * @throws MalformedObject if there is none
 */
export function requiredTextAt(parent: UnknownObject, key: string): string {
  const value = textAt(parent, key);
  if (value === undefined) {
    throw new MalformedObject(`${key} is missing`);
  }
  return value;
}

/**
 * The list under a key; empty where there is none or null.
 *
 * @throws MalformedObject if something else is there
 */
export function listAt(parent: UnknownObject, key: string): unknown[] {
  const value = parent[key] ?? [];
  if (!Array.isArray(value)) {
    throw new MalformedObject(`${key} is not a list`);
  }
  return value;
}

/**
 * The texts by name under a key, sorted by name; empty where there are none.
 * Built by defining fields, so that a name such as `__proto__` is one of many.
 *
 * @throws MalformedObject if a value is not text
 */
export function textsAt(
  parent: UnknownObject,
  key: string,
): Record<string, string> {
  const entries = Object.entries(objectAt(parent, key) ?? {}).map(
    ([name, value]): [string, string] => {
      if (typeof value !== 'string') {
        throw new MalformedObject(`a value in ${key} is not text`);
      }
      return [name, value];
    },
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
