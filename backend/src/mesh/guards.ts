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
 * The objects in the list under a key; empty where there is none or null.
 *
 * @throws MalformedObject if something else is there, or in the list
 */
export function objectsAt(parent: UnknownObject, key: string): UnknownObject[] {
  const elements = listAt(parent, key);
  if (!elements.every(isObject)) {
    throw new MalformedObject(`an element of ${key} is not an object`);
  }
  return elements;
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
  const texts = objectAt(parent, key) ?? {};
  const names = Object.keys(texts);
  assertTexts(texts, names, key);
  // Kubernetes writes them sorted.
  return isSorted(names)
    ? texts
    : Object.fromEntries(names.sort().map(name => [name, texts[name]]));
}

function assertTexts(
  values: UnknownObject,
  names: readonly string[],
  key: string,
): asserts values is Record<string, string> {
  if (!names.every(name => typeof values[name] === 'string')) {
    throw new MalformedObject(`a value in ${key} is not text`);
  }
}

function isSorted(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || names[index - 1] < name);
}

/**
 * The object under a key, or undefined where anything else is: for a status or
 * an annotation, of which the object's author is not the author.
 */
export function readableObjectAt(
  parent: UnknownObject,
  key: string,
): UnknownObject | undefined {
  const value = parent[key];
  return isObject(value) ? value : undefined;
}

/** The objects in the list under a key; everything else is passed over. */
export function readableObjectsAt(
  parent: UnknownObject,
  key: string,
): UnknownObject[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The text under a key, or undefined where anything else is, or nothing in it. */
export function readableTextAt(
  parent: UnknownObject,
  key: string,
): string | undefined {
  const value = parent[key];
  return typeof value === 'string' && value ? value : undefined;
}

/** The status of an object; empty where none is readable. */
export function statusOf(object: UnknownObject): UnknownObject {
  return readableObjectAt(object, 'status') ?? {};
}
