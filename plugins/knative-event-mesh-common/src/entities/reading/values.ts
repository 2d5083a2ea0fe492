/** A JSON object whose fields are not known yet. */
export type Fields = Record<string, unknown>;

/** The fields of a JSON object, or undefined for anything else. */
export function fields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

/** A text, or undefined for anything else. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** One of the allowed texts, or undefined for anything else. */
export function oneOf<const T extends string>(
  allowed: readonly T[],
  value: unknown,
): T | undefined {
  return allowed.find(candidate => candidate === value);
}

/** The items of a list that fit; empty for anything that is no list. */
export function listOf<T>(
  value: unknown,
  read: (item: unknown) => T | undefined,
): T[] {
  return Array.isArray(value)
    ? value.flatMap(item => {
        const result = read(item);
        return result === undefined ? [] : [result];
      })
    : [];
}

/** A whole number from 0 up, or undefined for anything else. */
export function count(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : undefined;
}
