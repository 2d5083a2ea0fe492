import { isSchemaObject, type JsonData, type SchemaObject } from './json';

/**
 * A schema inside another one.
 *
 * @public
 */
export interface Subschema {
  /** The keyword, and the name or index below it. */
  path: string[];
  /** An object, or true or false. */
  schema: JsonData;
  /** Whether it is about the same value as the schema around it. */
  sameValue: boolean;
}

/**
 * The keywords of draft-04 to 2020-12 below which schemas stand, and whether they
 * are about the same value. Elsewhere, as below `examples`, is data, even if it
 * looks like a schema.
 */
const keywords = new Map<string, { map?: boolean; sameValue?: boolean }>([
  ['$defs', { map: true }],
  ['additionalItems', {}],
  ['additionalProperties', {}],
  ['allOf', { sameValue: true }],
  ['anyOf', { sameValue: true }],
  ['contains', {}],
  ['contentSchema', {}],
  ['definitions', { map: true }],
  ['dependencies', { map: true, sameValue: true }],
  ['dependentSchemas', { map: true, sameValue: true }],
  ['else', { sameValue: true }],
  ['if', { sameValue: true }],
  ['items', {}],
  ['not', { sameValue: true }],
  ['oneOf', { sameValue: true }],
  ['patternProperties', { map: true }],
  ['prefixItems', {}],
  ['properties', { map: true }],
  ['propertyNames', {}],
  ['then', { sameValue: true }],
  ['unevaluatedItems', {}],
  ['unevaluatedProperties', {}],
]);

/**
 * The schemas directly inside a schema, in the order in which they stand there.
 *
 * @public
 */
export function subschemas(schema: SchemaObject): Subschema[] {
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const known = keywords.get(keyword);
    if (!known || typeof value !== 'object' || value === null) {
      return known && !known.map && typeof value === 'boolean'
        ? [{ path: [keyword], schema: value, sameValue: !!known.sameValue }]
        : [];
    }
    if (!known.map && isSchemaObject(value)) {
      return [{ path: [keyword], schema: value, sameValue: !!known.sameValue }];
    }
    // A list where names should be, or a list of names, holds no schemas.
    return Boolean(known.map) === Array.isArray(value)
      ? []
      : Object.entries(value)
          .filter(
            ([, item]) => isSchemaObject(item) || typeof item === 'boolean',
          )
          .map(([name, item]) => ({
            path: [keyword, name],
            schema: item,
            sameValue: !!known.sameValue,
          }));
  });
}
