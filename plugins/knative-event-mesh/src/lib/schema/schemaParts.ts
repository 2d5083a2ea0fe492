import type {
  JsonData,
  SchemaObject,
} from 'backstage-plugin-knative-event-mesh-common';
import { fieldsOf } from './fieldsOf';

/** A schema inside a schema, and what it is there for. */
export interface SchemaPart {
  /** A key that no other part has. */
  id: string;
  /** The name of a property, or words such as `each item`. */
  label: string;
  /** Whether the label is a name that stands in the data. */
  isName: boolean;
  isRequired: boolean;
  schema: JsonData;
}

/** Lists of schemas, and what one of them is called. */
const lists: Record<string, string> = {
  prefixItems: 'item',
  allOf: 'also',
  oneOf: 'exactly one of',
  anyOf: 'at least one of',
};

/** Single schemas, and what they are called. */
const singles: Record<string, string> = {
  contains: 'some item',
  additionalProperties: 'any other property',
  unevaluatedProperties: 'any other property',
  propertyNames: 'property names',
  not: 'never',
  if: 'if',
  then: 'then',
  else: 'else',
};

/** What a schema is made of, in the order that people look for it. */
export function schemaParts(fields: SchemaObject): SchemaPart[] {
  return [
    ...propertiesOf(fields),
    ...patternsOf(fields),
    ...itemsOf(fields.items),
    ...Object.entries(lists).flatMap(([keyword, word]) =>
      listOf(fields[keyword]).map((schema, index) =>
        partOf(`${keyword} ${index}`, `${word} (${index + 1})`, schema),
      ),
    ),
    ...Object.entries(singles).flatMap(([keyword, word]) =>
      isSchema(fields[keyword]) ? [partOf(keyword, word, fields[keyword])] : [],
    ),
  ];
}

function propertiesOf({ properties, required }: SchemaObject): SchemaPart[] {
  const names = Array.isArray(required) ? required : [];
  const isRequired = new Set(names.filter(name => typeof name === 'string'));
  const declared = fieldsOf(properties) ?? {};
  return [
    ...Object.entries(declared).map(([name, schema]) => ({
      id: `properties ${name}`,
      label: name,
      isName: true,
      isRequired: isRequired.has(name),
      schema,
    })),
    // What is required need not be described.
    ...[...isRequired]
      .filter(name => !Object.hasOwn(declared, name))
      .map(name => ({
        id: `required ${name}`,
        label: name,
        isName: true,
        isRequired: true,
        schema: true,
      })),
  ];
}

function patternsOf({ patternProperties }: SchemaObject): SchemaPart[] {
  return Object.entries(fieldsOf(patternProperties) ?? {}).map(
    ([pattern, schema]) =>
      partOf(
        `patternProperties ${pattern}`,
        `any property like ${pattern}`,
        schema,
      ),
  );
}

/** Before 2020-12, `items` may be a list, one schema for each place. */
function itemsOf(items: JsonData | undefined): SchemaPart[] {
  if (Array.isArray(items)) {
    return items.map((schema, index) =>
      partOf(`items ${index}`, `item (${index + 1})`, schema),
    );
  }
  return isSchema(items) ? [partOf('items', 'each item', items)] : [];
}

/** What says nothing, or forbids everything, is a constraint and no part. */
function isSchema(value: JsonData | undefined): value is SchemaObject {
  return fieldsOf(value) !== undefined;
}

function listOf(value: JsonData | undefined): JsonData[] {
  return Array.isArray(value) ? value : [];
}

function partOf(id: string, label: string, schema: JsonData): SchemaPart {
  return { id, label, isName: false, isRequired: false, schema };
}
