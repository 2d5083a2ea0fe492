import { isDeepStrictEqual } from 'node:util';
import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  type Entity,
} from '@backstage/catalog-model';
import { isObject } from '../shape';

/** Prefixes of the annotations that say what an entity is and where it is from. */
const PROTECTED = ['knative-event-mesh/', 'backstage.io/managed-by-'];

const policy = EntityPolicies.allOf([
  // Before the schema, which does not say which field it is.
  new NoForeignRootFieldsEntityPolicy(),
  new SchemaValidEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/**
 * What a transformer has returned, as the catalog will take it.
 *
 * @param given - the entity that the transformer was given
 * @returns undefined when it is to be left out
 * @throws Error that says what is wrong with it: the catalog itself would drop it
 * without a word
 */
export async function checkTransformed(
  given: Entity,
  returned: unknown,
): Promise<Entity | undefined> {
  if (returned === null) {
    return undefined;
  }
  if (!isObject(returned)) {
    throw new Error(
      `it returned ${
        returned === undefined ? 'nothing' : `a ${typeof returned}`
      }. Return the entity, or null to leave it out`,
    );
  }
  // As the catalog stores it; what cannot be stored throws.
  const entity: Entity = JSON.parse(JSON.stringify(returned));
  checkIdentity(given, entity);
  checkKeys(entity, '');
  await policy.enforce(entity);
  const validator =
    given.kind === 'API'
      ? apiEntityV1alpha1Validator
      : componentEntityV1alpha1Validator;
  await validator.check(entity);
  return entity;
}

function checkIdentity(given: Entity, entity: Entity) {
  const before = identityOf(given);
  const after = identityOf(entity);
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (!isDeepStrictEqual(before.get(key), after.get(key))) {
      throw new Error(
        `it changed ${key}, which says what the entity is and belongs to this module. Leave it as it is`,
      );
    }
  }
}

function identityOf({ apiVersion, kind, metadata, spec }: Entity) {
  const annotations = Object.entries(metadata?.annotations ?? {});
  return new Map<string, unknown>([
    ['apiVersion', apiVersion],
    ['kind', kind],
    ['metadata.name', metadata?.name],
    ['metadata.namespace', metadata?.namespace],
    ['spec.eventMesh', spec?.eventMesh],
    ...annotations
      .filter(([key]) => PROTECTED.some(prefix => key.startsWith(prefix)))
      .map(([key, value]) => [`metadata.annotations.${key}`, value] as const),
  ]);
}

/** Refuses what the catalog cannot index, or would replace by something it fetches. */
function checkKeys(value: unknown, path: string) {
  if (Array.isArray(value)) {
    value.forEach((item, index) => checkKeys(item, `${path}[${index}]`));
  } else if (isObject(value)) {
    const seen = new Map<string, string>();
    for (const [key, item] of Object.entries(value)) {
      const at = path ? `${path}.${key}` : key;
      const twin = seen.get(key.toLowerCase());
      if (twin !== undefined) {
        throw new Error(
          `${at} and ${twin} differ only in case, so that the catalog would never show the entity. Rename one`,
        );
      }
      if (key.startsWith('$')) {
        throw new Error(
          `${at} begins with $, so that the catalog would take it for a placeholder. Rename it`,
        );
      }
      seen.set(key.toLowerCase(), key);
      checkKeys(item, at);
    }
  }
}
