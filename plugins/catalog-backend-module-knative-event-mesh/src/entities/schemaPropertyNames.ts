import {
  parseSchema,
  type SchemaObject,
  subschemas,
} from 'backstage-plugin-knative-event-mesh-common';
import { isObject } from '../shape';

const DEEPEST = 64;
const MOST_NAMES = 500;

/**
 * The names of the properties that a JSON Schema has, at any depth, sorted, each
 * once and at most 500 of them. None for a text that is no JSON object, or is
 * longer than 256 KiB. References are not followed: what they refer to inside
 * the schema is read where it stands.
 */
export function schemaPropertyNames(text: string | undefined): string[] {
  const schema = text ? parseSchema(text) : undefined;
  const names = new Set<string>();
  if (schema) {
    collect(schema, names, 0);
  }
  return [...names].sort();
}

function collect(
  schema: SchemaObject,
  names: Set<string>,
  depth: number,
): void {
  for (const { path, schema: inner } of subschemas(schema)) {
    if (names.size >= MOST_NAMES || depth >= DEEPEST) {
      return;
    }
    const [keyword, name] = path;
    if (keyword === 'properties' && printable(name)) {
      names.add(printable(name));
    }
    if (isObject(inner)) {
      collect(inner as SchemaObject, names, depth + 1);
    }
  }
}

/** Without what no database takes, or nobody can type. */
function printable(name: string): string {
  return name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
}
