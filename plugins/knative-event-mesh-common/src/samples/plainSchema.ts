import { isSchemaObject, type JsonData, type SchemaObject } from './json';
import { readSchemaDocument, type SchemaDocument } from './schemaDocument';

const MAXIMUM_DEPTH = 12;
/** Schemas and values, over all: what a reader can look through. */
const MAXIMUM_SIZE = 1_000;
const MAXIMUM_ITEMS = 3;
const LONGEST_TEXT = 100;

/** How much more may come, and what references have been followed on the way. */
interface Walk {
  document: SchemaDocument;
  left: number;
  followed: SchemaObject[];
  depth: number;
}

/**
 * A schema in one piece that samples can be made from in little time, whatever
 * the schema is: without references, with one of each choice, and of a limited
 * size and depth. What repeats itself ends where it begins anew.
 */
export function plainSchema(root: SchemaObject): SchemaObject | undefined {
  return read(root, {
    document: readSchemaDocument(root),
    left: MAXIMUM_SIZE,
    followed: [],
    depth: 0,
  });
}

function read(schema: JsonData, walk: Walk): SchemaObject | undefined {
  if (spend(walk, 1)) {
    return undefined;
  }
  if (!isSchemaObject(schema)) {
    // What nothing may be has no sample.
    return schema === true ? {} : undefined;
  }
  const referred = readReferred(schema, walk);
  if (referred === undefined) {
    return undefined;
  }
  const value = readValue(schema, walk);
  if (value !== undefined) {
    return { const: value };
  }
  const alternatives = [schema.oneOf, schema.anyOf].flatMap(choices =>
    firstThatIsSomething(listOf(choices)),
  );
  const parts = [...listOf(schema.allOf), ...alternatives].map(
    part => read(part, walk) ?? {},
  );
  return [referred, readOwn(schema, walk), ...parts].reduce(merge);
}

/** What the `$ref` of a schema leads to; undefined where it goes in circles. */
function readReferred(
  schema: SchemaObject,
  walk: Walk,
): SchemaObject | undefined {
  if (schema.$ref === undefined) {
    return {};
  }
  const target = walk.document.follow(schema);
  if (!('schema' in target) || !isSchemaObject(target.schema)) {
    return {};
  }
  if (walk.followed.includes(target.schema)) {
    return undefined;
  }
  walk.followed.push(target.schema);
  const referred = read(target.schema, walk);
  walk.followed.pop();
  return referred;
}

function readValue(schema: SchemaObject, walk: Walk): JsonData | undefined {
  const values = [
    schema.const,
    listOf(schema.examples)[0],
    schema.example,
    schema.default,
    listOf(schema.enum)[0],
  ];
  const value = values.find(item => item !== undefined);
  return value === undefined ? undefined : copy(value, walk, 0);
}

function readOwn(schema: SchemaObject, walk: Walk): SchemaObject {
  const type = Array.isArray(schema.type)
    ? schema.type.find(item => item !== 'null')
    : schema.type;
  const own: SchemaObject = {};
  for (const [keyword, value] of Object.entries({ ...schema, type })) {
    if (isPlain(keyword, value)) {
      own[keyword] = value;
    }
  }
  if (typeof own.format === 'string' && /^(date|time)/.test(own.format)) {
    // Their length is as it is.
    delete own.minLength;
    delete own.maxLength;
  }
  const properties = readProperties(schema, walk);
  const items = readItems(schema, walk);
  return {
    // The library looks for it only in keywords of the older drafts.
    ...(properties && { type: 'object' }),
    ...(items && { type: 'array' }),
    ...own,
    ...(properties && { properties }),
    // It takes no schema at all for one that allows anything.
    ...(items && items.length > 0 && { prefixItems: items }),
  };
}

const texts = new Set(['type', 'format']);
const lengths = new Set(['minLength', 'maxLength']);
const limits = new Set([
  'exclusiveMaximum',
  'exclusiveMinimum',
  'maximum',
  'minimum',
]);

function isPlain(
  keyword: string,
  value: JsonData | undefined,
): value is JsonData {
  if (texts.has(keyword)) {
    return typeof value === 'string';
  }
  if (lengths.has(keyword)) {
    return Number.isInteger(value) && Math.abs(Number(value)) <= LONGEST_TEXT;
  }
  return (
    limits.has(keyword) &&
    (typeof value === 'number' || typeof value === 'boolean')
  );
}

function readProperties(
  schema: SchemaObject,
  walk: Walk,
): SchemaObject | undefined {
  const { properties, additionalProperties } = schema;
  const named = isSchemaObject(properties) ? Object.entries(properties) : [];
  const wanted =
    named.length === 0 && isSchemaObject(additionalProperties)
      ? [['key', additionalProperties] as const]
      : named;
  if (wanted.length === 0) {
    return undefined;
  }
  const plainProperties: SchemaObject = {};
  for (const [name, property] of wanted) {
    if (walk.left <= 0) {
      break;
    }
    const plain = deeper(property, walk);
    if (plain && name !== '__proto__') {
      plainProperties[name] = plain;
    }
  }
  return plainProperties;
}

function readItems(
  schema: SchemaObject,
  walk: Walk,
): SchemaObject[] | undefined {
  const { prefixItems, items, contains, minItems, maxItems } = schema;
  const tuple = [prefixItems, items].find(Array.isArray);
  const every = [items, contains].find(isSchemaObject);
  if (!tuple && !every) {
    return undefined;
  }
  const least = typeof minItems === 'number' ? minItems : 1;
  const most = typeof maxItems === 'number' ? maxItems : Infinity;
  const wanted =
    tuple?.slice(0, 2 * MAXIMUM_ITEMS) ??
    Array<JsonData>(
      Math.max(
        0,
        Math.min(Math.max(1, Math.floor(least)), most, MAXIMUM_ITEMS),
      ),
    ).fill(every ?? {});
  return wanted
    .map(item => deeper(item, walk))
    .filter(item => item !== undefined);
}

function deeper(schema: JsonData, walk: Walk): SchemaObject | undefined {
  if (walk.depth >= MAXIMUM_DEPTH) {
    return undefined;
  }
  walk.depth += 1;
  const plain = read(schema, walk);
  walk.depth -= 1;
  return plain;
}

function merge(one: SchemaObject, other: SchemaObject): SchemaObject {
  const merged = { ...one, ...other };
  if (isSchemaObject(one.properties) && isSchemaObject(other.properties)) {
    merged.properties = { ...one.properties, ...other.properties };
  }
  return merged;
}

/** Of some choices one, which is not `null` if it can be helped. */
function firstThatIsSomething(choices: JsonData[]): JsonData[] {
  const something = choices.find(
    choice => !isSchemaObject(choice) || choice.type !== 'null',
  );
  return something === undefined ? choices.slice(0, 1) : [something];
}

/** A value as it stands there; undefined if it is too large. */
function copy(
  value: JsonData,
  walk: Walk,
  depth: number,
): JsonData | undefined {
  const cost = typeof value === 'string' ? 1 + value.length / LONGEST_TEXT : 1;
  if (spend(walk, cost) || depth > MAXIMUM_DEPTH) {
    return undefined;
  }
  if (Array.isArray(value)) {
    const items: JsonData[] = [];
    for (const item of value) {
      const copied = copy(item, walk, depth + 1);
      if (copied === undefined) {
        return undefined;
      }
      items.push(copied);
    }
    return items;
  }
  if (!isSchemaObject(value)) {
    return value;
  }
  const copied: SchemaObject = {};
  for (const [key, item] of Object.entries(value)) {
    const inner = copy(item, walk, depth + 1);
    if (inner === undefined) {
      return undefined;
    }
    if (key !== '__proto__') {
      copied[key] = inner;
    }
  }
  return copied;
}

/** Takes a part of what is left; true if there is not enough. */
function spend(walk: Walk, cost: number): boolean {
  walk.left -= cost;
  return walk.left < 0;
}

function listOf(value: JsonData | undefined): JsonData[] {
  return Array.isArray(value) ? value : [];
}
