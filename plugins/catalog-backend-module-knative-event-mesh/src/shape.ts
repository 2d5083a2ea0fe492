/** A JSON object whose fields are not known yet. */
export type JsonRecord = { [key: string]: unknown };

/** The error for a value that is not what the contract says. */
export function shapeError(path: string, expected: string): Error {
  return new Error(
    `The answer of the service is not an event mesh: ${path} is not ${expected}`,
  );
}

export function isObject(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that must be a JSON object. */
export function object(value: unknown, path: string): JsonRecord {
  if (!isObject(value)) {
    throw shapeError(path, 'an object');
  }
  return value;
}

// PostgreSQL refuses NUL in text, and half a surrogate pair has no UTF-8 form:
// either of them would keep the entity out of the catalog for ever.
const NOT_STORABLE =
  // eslint-disable-next-line no-control-regex -- they are what it looks for
  /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text, with what no database stores replaced by U+FFFD. */
export function text(value: unknown, path: string): string {
  if (typeof value !== 'string') {
    throw shapeError(path, 'a text');
  }
  return value.replace(NOT_STORABLE, '\ufffd');
}

/** Remote text on one line, so that it cannot pretend to be a line of a log. */
export function oneLine(remoteText: string): string {
  // eslint-disable-next-line no-control-regex -- they are what it looks for
  return remoteText.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');
}

/** The value read by `read`, or `undefined` when it is absent or `null`. */
export function optional<T>(
  value: unknown,
  read: (value: unknown) => T,
): T | undefined {
  return value === undefined || value === null ? undefined : read(value);
}

/** A text, or `undefined` when it is absent, `null` or empty. */
export function optionalText(value: unknown, path: string): string | undefined {
  return optional(value, given => text(given, path)) || undefined;
}

export function flag(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') {
    throw shapeError(path, 'true or false');
  }
  return value;
}

export function oneOf<const T extends string>(
  value: unknown,
  path: string,
  allowed: readonly T[],
): T {
  const found = allowed.find(item => item === value);
  if (found === undefined) {
    throw shapeError(path, `one of ${allowed.join(', ')}`);
  }
  return found;
}

export function list<T>(
  value: unknown,
  path: string,
  read: (item: unknown, path: string) => T,
): T[] {
  if (!Array.isArray(value)) {
    throw shapeError(path, 'a list');
  }
  return value.map((item, index) => read(item, `${path}[${index}]`));
}

/** A map of texts; empty when it is absent or `null`. */
export function textRecord(
  value: unknown,
  path: string,
): { [key: string]: string } {
  if (value === undefined || value === null) {
    return {};
  }
  // fromEntries defines own properties, so a key like __proto__ stays a key.
  return Object.fromEntries(
    Object.entries(object(value, path)).map(([key, item]) => [
      text(key, path),
      text(item, `${path}['${key}']`),
    ]),
  );
}
