import type {
  JsonData,
  SchemaDocument,
  SchemaObject,
} from 'backstage-plugin-knative-event-mesh-common';
import { fieldsOf } from './fieldsOf';
import { resolveSchema, type StoppedReference } from './resolveSchema';
import { schemaConstraints } from './schemaConstraints';
import { type SchemaPart, schemaParts } from './schemaParts';

/** A place in a schema: a property, an element of a list, an alternative. */
export interface SchemaNode {
  /** In words, such as `string or null`. */
  type: string;
  title?: string;
  description?: string;
  /** Such as `at least 1`, in the order that people look for them. */
  constraints: string[];
  /** What it is made of; not yet described, because it may have no end. */
  parts: SchemaPart[];
  /** Why a reference is not followed. */
  remark?: string;
  /** What references lead to on the way to its parts. */
  above: SchemaObject[];
}

/**
 * Describes one place in a JSON Schema, whatever it holds: the schema is text
 * that anyone may have written.
 *
 * @param above - what references lead to on the way to the schema
 */
export function describeSchema(
  schema: JsonData,
  document: SchemaDocument,
  above: SchemaObject[] = [],
): SchemaNode {
  const resolved = resolveSchema(schema, document, above);
  const fields = fieldsOf(resolved.schema);
  return {
    type: fields ? typeOf(fields) : typeOfOther(resolved.schema),
    title: textOf(fields?.title),
    description: textOf(fields?.description),
    constraints: fields ? schemaConstraints(fields) : [],
    parts: fields ? schemaParts(fields) : [],
    remark: resolved.stopped && remarkOf(resolved.stopped),
    above: [...above, ...resolved.followed],
  };
}

function remarkOf({ reference, reason }: StoppedReference): string {
  switch (reason) {
    case 'cycle':
      return `as above: \`${reference}\``;
    case 'dangling':
      return `refers to \`${reference}\`, which the schema does not have`;
    default:
      return `refers to \`${reference}\`, which is not fetched`;
  }
}

function typeOf(fields: SchemaObject): string {
  const types = [fields.type].flat().filter(type => typeof type === 'string');
  if (types.length > 0) {
    return types.join(' or ');
  }
  if (fieldsOf(fields.properties)) {
    return 'object';
  }
  if ('items' in fields || 'prefixItems' in fields) {
    return 'array';
  }
  const values = Array.isArray(fields.enum) ? fields.enum : [fields.const];
  const ofValues = new Set(values.filter(isGiven).map(value => typeof value));
  return ofValues.size === 1 ? [...ofValues][0] : 'any';
}

/** A boolean is a schema, too: everything, or nothing, fits it. */
function typeOfOther(schema: JsonData): string {
  if (schema === false) {
    return 'nothing';
  }
  return schema === true ? 'any' : 'not known';
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}
