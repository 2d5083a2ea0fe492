import Ajv, { type ValidateFunction } from 'ajv';
import type { JsonObject } from '@backstage/types';
import { isObject } from '../shape';
import { asyncApiSchemaOfSchemas } from './asyncApiSchemaOfSchemas';
import { parseSchema } from './parseSchema';
import { moveReferences } from './schemaReferences';

const MAXIMUM_LENGTH = 256 * 1024;
const MAXIMUM_DEPTH = 64;
// Validation compares the entries of a list with each other.
const MAXIMUM_ENTRIES = 2_000;
const PAYLOAD = '#/components/messages/event/payload';
const SUPPORTED_DRAFT =
  /^https?:\/\/json-schema\.org\/(draft-0[67]\/schema|draft\/(2019-09|2020-12)\/schema)#?$/;

/**
 * A schema that may stand in an AsyncAPI definition as the payload of the message
 * `event`, or why it may not.
 */
export type SchemaPayload =
  | { payload: JsonObject }
  | { rawSchema: string; reason: string };

/**
 * Decides whether the schema text of an event type becomes the payload of its
 * AsyncAPI definition.
 *
 * @remarks
 * A definition with one schema that the AsyncAPI parser does not accept is not
 * shown at all. So only what is known to be accepted passes; in doubt the text
 * is shown as it is. The parser itself takes half a second per definition,
 * which is too long to ask it here. A test asks it.
 */
export function readSchema(text: string): SchemaPayload {
  const raw = (reason: string) => ({
    rawSchema: text.slice(0, MAXIMUM_LENGTH),
    reason,
  });

  if (text.length > MAXIMUM_LENGTH) {
    return raw('it is longer than 256 KiB, and cut there');
  }
  const schema = parseSchema(text);
  if (!isJsonObject(schema)) {
    return raw('it is not a JSON object');
  }
  if (
    schema.$schema !== undefined &&
    !(
      typeof schema.$schema === 'string' && SUPPORTED_DRAFT.test(schema.$schema)
    )
  ) {
    return raw(
      'its $schema is not JSON Schema draft-06, draft-07, 2019-09 or 2020-12',
    );
  }
  const obstacle = findObstacle(schema);
  if (obstacle) {
    return raw(obstacle);
  }
  const moved = moveReferences(schema, PAYLOAD);
  if ('obstacle' in moved) {
    return raw(moved.obstacle);
  }
  // What a reference leads to may stand where AsyncAPI does not look, but the
  // parser puts it into the place of the reference.
  for (const part of [moved.schema, ...moved.targets]) {
    const fault = findFault(part);
    if (fault) {
      return raw(fault);
    }
  }
  return { payload: moved.schema };
}

function findFault(schema: unknown): string | undefined {
  // AsyncAPI takes an object with both fields for a schema of another format.
  if (
    isObject(schema) &&
    schema.schema !== undefined &&
    schema.schemaFormat !== undefined
  ) {
    return 'it has both of the fields schema and schemaFormat';
  }
  const validate = schemaValidator();
  if (validate(schema)) {
    return undefined;
  }
  const [error] = validate.errors ?? [];
  return `it is not a valid JSON Schema: ${error?.instancePath || '/'} ${
    error?.message ?? 'is not allowed'
  }`.slice(0, 300);
}

function isJsonObject(value: unknown): value is JsonObject {
  return isObject(value);
}

/** Why a value may stand nowhere in an AsyncAPI definition, if that is so. */
export function findObstacle(value: unknown, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  if (depth > MAXIMUM_DEPTH) {
    return `it is nested more than ${MAXIMUM_DEPTH} levels deep`;
  }
  const entries = Object.entries(value);
  if (entries.length > MAXIMUM_ENTRIES) {
    return `it has a list of more than ${MAXIMUM_ENTRIES} entries`;
  }
  for (const [key, item] of entries) {
    // They lead to one place or another, depending on what is around.
    if (key === '$dynamicRef' || key === '$recursiveRef') {
      return `it has a ${key}`;
    }
    if (key === '__proto__' || key.startsWith('x-parser-')) {
      return `it has the key ${key}, which the AsyncAPI parser keeps for itself`;
    }
    const obstacle = findObstacle(item, depth + 1);
    if (obstacle) {
      return obstacle;
    }
  }
  return undefined;
}

let validator: ValidateFunction | undefined;

/** What AsyncAPI 3 demands of a schema: draft-07, and a little more. */
function schemaValidator(): ValidateFunction {
  validator ??= new Ajv({ strict: false, validateFormats: false }).compile(
    asyncApiSchemaOfSchemas(),
  );
  return validator;
}
