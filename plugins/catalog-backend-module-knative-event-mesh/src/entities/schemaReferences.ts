import type { JsonObject } from '@backstage/types';
import {
  readSchemaDocument,
  subschemas,
  type JsonData,
  type SchemaDocument,
  type SchemaObject,
} from 'backstage-plugin-knative-event-mesh-common';
import { isObject } from '../shape';

/** Schemas that are left when each reference is replaced by what it leads to. */
const MAXIMUM_EXPANSION = 5_000;
const MAXIMUM_DEPTH = 64;
const LONGEST_QUOTE = 100;

/** What may stand beside a `$ref` and demands nothing. */
const besideReference = new Set([
  '$comment',
  '$defs',
  '$schema',
  'default',
  'definitions',
  'deprecated',
  'description',
  'examples',
  'readOnly',
  'title',
  'writeOnly',
]);

/** A schema whose references lead to places in a definition, or why it has none. */
export type MovedSchema =
  | {
      schema: JsonObject;
      /** What references lead to, as it stands in `schema`. */
      targets: unknown[];
    }
  | { obstacle: string };

/**
 * Rewrites the references of a schema for a place inside a larger document: a
 * pointer like `#/$defs/A` would be looked for from the top of that.
 *
 * @remarks
 * Parsers put the target in the place of the whole object that has the `$ref`, so
 * that moves into an `allOf` if something stands beside it. By the letter of
 * draft-06 and draft-07 that does not count, but authors mean it, and validators
 * take it so.
 *
 * @param root - a schema of at most 64 levels
 * @param place - a JSON pointer as a URI fragment: where it will stand
 */
export function moveReferences(root: JsonObject, place: string): MovedSchema {
  const from = root as SchemaObject;
  const document = readSchemaDocument(from);
  const read = readTargets(from, document);
  if ('obstacle' in read) {
    return read;
  }
  const { targets, schemas } = read;
  if (targets.size === 0) {
    const obstacle = findForeignReference(from, schemas);
    return obstacle ? { obstacle } : { schema: root, targets: [] };
  }
  const obstacle = findForeignReference(from, schemas);
  if (obstacle) {
    return { obstacle };
  }
  const repeating = findRepeating(from, targets);
  if ('obstacle' in repeating) {
    return repeating;
  }
  const move = mover({ ...read, ...repeating, place });
  return {
    schema: moveRoot(from, targets, move),
    targets: [
      ...new Set([...targets.values()].map(({ schema }) => schema)),
    ].map(schema => move(schema)),
  };
}

interface Target {
  path: string[];
  schema: JsonData;
}

interface ReadTargets {
  /** By the schema that has the `$ref`. */
  targets: Map<SchemaObject, Target>;
  /** Everything that is a schema, not data that looks like one. */
  schemas: Set<SchemaObject>;
}

function readTargets(
  root: SchemaObject,
  document: SchemaDocument,
): ReadTargets | { obstacle: string } {
  const targets = new Map<SchemaObject, Target>();
  const schemas = new Set<SchemaObject>();
  const left: JsonData[] = [root];
  while (left.length > 0) {
    const schema = left.pop();
    if (!isSchema(schema) || schemas.has(schema)) {
      continue;
    }
    schemas.add(schema);
    left.push(...subschemas(schema).map(inner => inner.schema));
    if (schema.$ref !== undefined) {
      if (typeof schema.$ref !== 'string') {
        return { obstacle: 'it has a $ref that is not a text' };
      }
      const target = document.follow(schema);
      if ('missing' in target) {
        const quoted = JSON.stringify(schema.$ref.slice(0, LONGEST_QUOTE));
        return {
          obstacle:
            target.missing === 'external'
              ? `it has the $ref ${quoted} to another document`
              : `it has the $ref ${quoted} to nothing`,
        };
      }
      targets.set(schema, target);
      left.push(target.schema);
    }
  }
  return { targets, schemas };
}

/** Viewers follow each `$ref` that they find, also in data, and out of the document. */
function findForeignReference(
  value: unknown,
  schemas: ReadonlySet<SchemaObject>,
): string | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  if ('$ref' in value && !schemas.has(value as SchemaObject)) {
    return 'it has a $ref where no schema stands';
  }
  for (const item of Object.values(value)) {
    const found = findForeignReference(item, schemas);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/**
 * Looks at the schema as a viewer sees it, with each reference replaced by what it
 * leads to: a few lines can become millions. Finds the references that lead back
 * to a schema around them: the AsyncAPI parser ends on some of them with a stack
 * overflow, so none is left.
 */
function findRepeating(
  root: SchemaObject,
  targets: ReadonlyMap<SchemaObject, Target>,
): { repeating: Set<SchemaObject> } | { obstacle: string } {
  let left = MAXIMUM_EXPANSION;
  const repeating = new Set<SchemaObject>();
  const around: SchemaObject[] = [];

  /** `sameSince`: from which of the schemas around on all are about one value. */
  const look = (schema: JsonData, sameSince: number): string | undefined => {
    if (!isSchema(schema)) {
      return undefined;
    }
    left -= 1;
    if (left < 0 || around.length > MAXIMUM_DEPTH) {
      return 'its references lead to more than can be shown';
    }
    around.push(schema);
    const target = targets.get(schema)?.schema;
    const seen = isSchema(target) ? around.indexOf(target) : -1;
    if (seen >= sameSince) {
      return 'it has a $ref that leads back to itself';
    }
    if (seen >= 0) {
      repeating.add(schema);
    }
    // What is cut once is cut wherever the schema is looked at again.
    let found =
      target !== undefined && !repeating.has(schema)
        ? look(target, sameSince)
        : undefined;
    for (const inner of subschemas(schema)) {
      const since = inner.sameValue ? sameSince : around.length;
      found ??= look(inner.schema, since);
    }
    around.pop();
    return found;
  };
  const obstacle = look(root, 0);
  return obstacle ? { obstacle } : { repeating };
}

interface Moving extends ReadTargets {
  /** Those whose references lead back to a schema around them. */
  repeating: ReadonlySet<SchemaObject>;
  place: string;
}

function mover({ targets, schemas, repeating, place }: Moving) {
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(move);
    }
    if (!isObject(value)) {
      return value;
    }
    const isOne = schemas.has(value as SchemaObject);
    const target = targets.get(value as SchemaObject);
    const others = Object.entries(value)
      // The references do not need these names any more, and are no longer
      // relative to them.
      .filter(([key]) => !isOne || !/^\$(ref|id|anchor)$/.test(key))
      .map(([key, item]) => [key, move(item)] as const);
    const moved: JsonObject = Object.fromEntries(others) as JsonObject;
    if (!target) {
      return moved;
    }
    const reference = repeating.has(value as SchemaObject)
      ? asAbove(target)
      : { $ref: `${place}${target.path.map(step).join('')}` };
    return others.length === 0
      ? reference
      : {
          ...moved,
          allOf: [
            reference,
            ...(Array.isArray(moved.allOf) ? moved.allOf : []),
          ],
        };
  };
  return move;
}

/**
 * Generators like to write a schema as one `$ref` beside the definitions. To show
 * it as what it is, the target is put in its place.
 */
function moveRoot(
  root: SchemaObject,
  targets: ReadonlyMap<SchemaObject, Target>,
  move: (value: unknown) => unknown,
): JsonObject {
  const moved = move(root) as JsonObject;
  const target = targets.get(root)?.schema;
  const beside = Object.keys(root).filter(
    key => key !== '$ref' && key !== '$id' && !besideReference.has(key),
  );
  if (!isSchema(target) || target.$ref !== undefined || beside.length > 0) {
    return moved;
  }
  const others = Object.entries(moved).filter(([key]) =>
    besideReference.has(key),
  );
  return { ...(move(target) as JsonObject), ...Object.fromEntries(others) };
}

function asAbove({ path, schema }: Target): JsonObject {
  const { type, title } = isSchema(schema) ? schema : {};
  const name = typeof title === 'string' ? title : path.at(-1);
  return {
    ...(type !== undefined && { type }),
    description: name ? `Again as ${name} above.` : 'Again as the whole.',
  };
}

function step(name: string): string {
  return `/${encodeURIComponent(
    name.replaceAll('~', '~0').replaceAll('/', '~1'),
  )}`;
}

function isSchema(value: JsonData | undefined): value is SchemaObject {
  return isObject(value);
}
