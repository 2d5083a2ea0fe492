import {
  parseSchema,
  type SchemaObject,
} from 'backstage-plugin-knative-event-mesh-common';
import type { Definition } from './definition';

/** More characters than that are not shown, nor is a tree made of them. */
const longestSchema = 256 * 1024;

/** The schema of an event's data. */
export interface ContractSchema {
  /** As written, but no more than 256 KiB of it. */
  text: string;
  /** Whether the text is only the beginning. */
  isCut: boolean;
  /** The JSON Schema; undefined of Avro, Protobuf, XML, and what is too long. */
  tree?: SchemaObject;
}

/**
 * Finds the schema of an event's data: written as it is where the definition
 * cannot hold it, else in the AsyncAPI definition; an event type of the upstream
 * plugin has the schema itself for its definition.
 */
export function schemaOfContract(from: {
  rawSchema?: string;
  payload: unknown;
  definition?: Definition;
}): ContractSchema | undefined {
  const { rawSchema, payload, definition } = from;
  if (rawSchema) {
    return schemaOfText(rawSchema);
  }
  if (payload !== undefined) {
    return schemaOfText(JSON.stringify(payload, null, 2));
  }
  if (definition && !definition.isAsyncApi && definition.text.trim() !== '{}') {
    return schemaOfText(definition.text);
  }
  return undefined;
}

function schemaOfText(text: string): ContractSchema {
  const isCut = text.length > longestSchema;
  const tree = parseSchema(text);
  return {
    text: text.slice(0, longestSchema),
    isCut,
    ...(tree && !isAvro(tree) && { tree }),
  };
}

/** Avro is JSON, too: its records have fields. */
function isAvro({ type, fields }: SchemaObject): boolean {
  return type === 'record' || Array.isArray(fields);
}
