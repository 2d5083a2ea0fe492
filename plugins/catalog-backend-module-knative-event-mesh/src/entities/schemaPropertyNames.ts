import { isObject } from '../shape';
import { parseSchema } from './parseSchema';

const LONGEST_SCHEMA = 256 * 1024;
const DEEPEST = 64;
const MOST_NAMES = 500;

/** What holds data, where `properties` may be anything. */
const notSchemas = new Set(['const', 'default', 'enum', 'example', 'examples']);

/**
 * The names of the properties that a JSON Schema has, at any depth, sorted, each
 * once and at most 500 of them. None for a text that is no JSON object, or is
 * longer than 256 KiB. References are not followed: what they refer to inside
 * the schema is read where it stands.
 */
export function schemaPropertyNames(text: string | undefined): string[] {
  const names = new Set<string>();
  if (text && text.length <= LONGEST_SCHEMA) {
    collect(parseSchema(text), names, 0);
  }
  return [...names].sort();
}

function collect(schema: unknown, names: Set<string>, depth: number): void {
  if (depth > DEEPEST || names.size >= MOST_NAMES) {
    return;
  }
  if (Array.isArray(schema)) {
    for (const item of schema) {
      collect(item, names, depth + 1);
    }
    return;
  }
  if (!isObject(schema)) {
    return;
  }
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' && isObject(value)) {
      for (const [name, property] of Object.entries(value)) {
        if (names.size < MOST_NAMES) {
          names.add(printable(name));
        }
        collect(property, names, depth + 1);
      }
    } else if (!notSchemas.has(key)) {
      collect(value, names, depth + 1);
    }
  }
  names.delete('');
}

/** Without what no database takes, or nobody can type. */
function printable(name: string): string {
  return name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
}
