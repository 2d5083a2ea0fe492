import { isSchemaObject, type JsonData, type SchemaObject } from './json';
import { subschemas } from './subschemas';

/**
 * What a `$ref` leads to: a place in the same document, or why there is none.
 *
 * - `external`: it names another document, which nobody fetches.
 * - `dangling`: it names a place in this document that there is not.
 *
 * @public
 */
export type ReferenceTarget =
  | { path: string[]; schema: JsonData }
  | { missing: 'external' | 'dangling' };

/**
 * The references of a JSON Schema.
 *
 * @public
 */
export interface SchemaDocument {
  /** Where the `$ref` of a schema of the document leads, for one step. */
  follow: (schema: SchemaObject) => ReferenceTarget;
}

/** Where a schema stands, and what its references are relative to. */
interface Place {
  path: string[];
  /** The URI of the resource: that of the nearest `$id`. */
  base: string;
  /** What a pointer starts from. */
  resource: SchemaObject;
}

const MAXIMUM_DEPTH = 64;
// Any URI will do that no schema has, so that relative ones can be resolved.
const NO_BASE = 'schema:///';

/**
 * Reads where the references in a JSON Schema lead: JSON pointers, the names of
 * `$anchor`, and of `$id` in draft-06 and draft-07, relative to the nearest `$id`
 * (JSON Schema 2020-12, 8.2 and 9.2).
 *
 * @public
 */
export function readSchemaDocument(root: SchemaObject): SchemaDocument {
  const places = new Map<SchemaObject, Place>();
  const byUri = new Map<string, SchemaObject>();

  const name = (uri: string, schema: SchemaObject) => {
    // Of two with one name, the first counts, so that all readers agree.
    if (!byUri.has(uri)) {
      byUri.set(uri, schema);
    }
  };
  const register = (from: SchemaObject, around: Place) => {
    const left: [SchemaObject, Place, number][] = [[from, around, 0]];
    for (let next = left.pop(); next; next = left.pop()) {
      const [schema, outer, depth] = next;
      const place = placeOf(schema, outer);
      if (places.has(schema)) {
        continue;
      }
      places.set(schema, place);
      if (place.resource === schema) {
        name(place.base, schema);
      }
      for (const anchor of anchorsOf(schema)) {
        name(`${place.base}#${anchor}`, schema);
      }
      if (depth < MAXIMUM_DEPTH) {
        for (const inner of subschemas(schema).reverse()) {
          if (isSchemaObject(inner.schema)) {
            const path = [...place.path, ...inner.path];
            left.push([inner.schema, { ...place, path }, depth + 1]);
          }
        }
      }
    }
  };
  register(root, {
    path: [],
    base: NO_BASE,
    resource: root,
  });
  // A document may be referred to without the `$id` that it states.
  byUri.set(NO_BASE, root);

  const walk = (
    resource: SchemaObject,
    start: Place,
    pointer: string,
  ): ReferenceTarget => {
    let schema: JsonData = resource;
    let place = start;
    const path = [...start.path];
    for (const step of pointer.split('/').slice(1)) {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
      if (
        typeof schema !== 'object' ||
        schema === null ||
        !Object.hasOwn(schema, key) ||
        (Array.isArray(schema) && key === 'length')
      ) {
        return { missing: 'dangling' };
      }
      schema = (schema as SchemaObject)[key];
      path.push(key);
      place = (isSchemaObject(schema) && places.get(schema)) || place;
    }
    if (isSchemaObject(schema)) {
      // It may stand where no keyword of JSON Schema leads.
      register(schema, { ...place, path });
      return { path, schema };
    }
    return typeof schema === 'boolean'
      ? { path, schema }
      : { missing: 'dangling' };
  };

  const follow = (schema: SchemaObject): ReferenceTarget => {
    const from = places.get(schema);
    if (!from || typeof schema.$ref !== 'string') {
      return { missing: 'dangling' };
    }
    const [uri, ...rest] = schema.$ref.split('#');
    const resource = uri
      ? byUri.get(resolveUri(uri, from.base) ?? '')
      : from.resource;
    if (!resource) {
      return { missing: 'external' };
    }
    const start = places.get(resource) ?? from;
    const fragment = decode(rest.join('#'));
    if (fragment === undefined) {
      return { missing: 'dangling' };
    }
    if (fragment !== '' && !fragment.startsWith('/')) {
      const named = byUri.get(`${start.base}#${fragment}`);
      const place = named && places.get(named);
      return place
        ? { path: place.path, schema: named }
        : { missing: 'dangling' };
    }
    return walk(resource, start, fragment);
  };

  return { follow };
}

function placeOf(schema: SchemaObject, outer: Place): Place {
  const id = schema.$id;
  if (typeof id !== 'string' || id.startsWith('#')) {
    return outer;
  }
  const base = resolveUri(id.split('#')[0], outer.base);
  return base === undefined
    ? outer
    : { path: outer.path, base, resource: schema };
}

function anchorsOf({ $anchor, $dynamicAnchor, $id }: SchemaObject): string[] {
  return [
    $anchor,
    $dynamicAnchor,
    // In draft-06 and draft-07, a fragment alone names the place.
    typeof $id === 'string' && $id.startsWith('#') ? $id.slice(1) : undefined,
  ].filter(anchor => typeof anchor === 'string');
}

function resolveUri(uri: string, base: string): string | undefined {
  return URL.canParse(uri, base) ? new URL(uri, base).href : undefined;
}

function decode(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
