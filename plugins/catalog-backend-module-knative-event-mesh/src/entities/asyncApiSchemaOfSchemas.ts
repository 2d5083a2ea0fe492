import Ajv, { type AnySchemaObject } from 'ajv';
import { STRICT_URL } from './urls';

const DRAFT_07 = 'http://json-schema.org/draft-07/schema';

/**
 * What the schemas in an AsyncAPI 3 document have to be, as a JSON Schema.
 *
 * @remarks
 * AsyncAPI demands draft-07, and a little more of what stands at the top or
 * below most of the keywords. It writes that as two schemas that both hold, so
 * that what is nested is checked again for each of its levels. This is one
 * schema that demands the same, and everything is checked once.
 */
export function asyncApiSchemaOfSchemas(): AnySchemaObject {
  const draft07 = schemaOfDraft07();
  const draft07Only = { $ref: draft07.$id };
  const { properties } = draft07;
  return {
    ...draft07,
    // From here on, the references within draft-07 mean this schema.
    $id: 'asyncapi-schema',
    properties: {
      ...properties,
      // The keywords below which AsyncAPI demands nothing of its own.
      additionalItems: draft07Only,
      definitions: {
        ...properties.definitions,
        additionalProperties: draft07Only,
      },
      dependencies: {
        ...properties.dependencies,
        additionalProperties: {
          anyOf: [draft07Only, { $ref: '#/definitions/stringArray' }],
        },
      },
      if: draft07Only,
      then: draft07Only,
      else: draft07Only,
      deprecated: { type: 'boolean' },
      discriminator: { type: 'string' },
      externalDocs: {
        type: 'object',
        required: ['url'],
        properties: {
          // The parser demands a URI here, and validates no other format.
          url: { type: 'string', pattern: STRICT_URL.source },
          description: { type: 'string' },
        },
        propertyNames: { enum: ['url', 'description'] },
      },
    },
  };
}

/**
 * As Ajv holds it: its JSON file has a key `default`, which the built package
 * would take for what the file exports.
 */
function schemaOfDraft07(): AnySchemaObject {
  return new Ajv().getSchema(DRAFT_07)!.schema as AnySchemaObject;
}
