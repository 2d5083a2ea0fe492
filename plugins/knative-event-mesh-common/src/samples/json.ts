/**
 * A value that JSON can hold.
 *
 * @public
 */
export type JsonData =
  | string
  | number
  | boolean
  | null
  | JsonData[]
  | { [key: string]: JsonData };

/**
 * A JSON Schema that is an object. Its keywords are foreign: whoever uses one
 * looks at what it holds.
 *
 * @public
 */
export type SchemaObject = { [keyword: string]: JsonData };

/** Characters of schema text; as many as an entity carries. */
const MAXIMUM_LENGTH = 256 * 1024;

/**
 * The JSON Schema in a text.
 *
 * @returns undefined if it is longer than 256 KiB or no JSON object
 *
 * @public
 */
export function parseSchema(text: string): SchemaObject | undefined {
  if (text.length > MAXIMUM_LENGTH) {
    return undefined;
  }
  try {
    const value: JsonData = JSON.parse(text);
    return isSchemaObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isSchemaObject(
  value: JsonData | undefined,
): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
