import type {
  JsonData,
  SchemaDocument,
  SchemaObject,
} from 'backstage-plugin-knative-event-mesh-common';
import { fieldsOf } from './fieldsOf';

/** A reference that was not followed, and why. */
export interface StoppedReference {
  reference: string;
  reason: 'external' | 'dangling' | 'cycle';
}

/** What a schema says once its references are followed. */
export interface ResolvedSchema {
  schema: JsonData;
  /** What the references lead to, the first one first. */
  followed: SchemaObject[];
  stopped?: StoppedReference;
}

/**
 * Follows the `$ref` of a schema inside its document. What stands beside a `$ref`
 * holds too, as from draft 2019-09 on. What is elsewhere is never fetched.
 *
 * @param above - what references lead to on the way to the schema
 */
export function resolveSchema(
  schema: JsonData,
  document: SchemaDocument,
  above: SchemaObject[] = [],
): ResolvedSchema {
  const followed: SchemaObject[] = [];
  let beside: SchemaObject = {};
  let current = schema;
  for (;;) {
    const fields = fieldsOf(current);
    if (typeof fields?.$ref !== 'string') {
      // False, as `true`, is a schema: there is nothing to put beside it.
      return { schema: fields ? { ...fields, ...beside } : current, followed };
    }
    const { $ref: reference, ...own } = fields;
    beside = { ...own, ...beside };
    const target = document.follow(fields);
    const targetFields = 'schema' in target && fieldsOf(target.schema);
    const isCycle =
      targetFields && [...above, ...followed].includes(targetFields);
    if ('missing' in target || isCycle) {
      const reason = 'missing' in target ? target.missing : 'cycle';
      return {
        schema: beside,
        followed,
        stopped: { reference: String(reference), reason },
      };
    }
    if (targetFields) {
      followed.push(targetFields);
    }
    current = target.schema;
  }
}
