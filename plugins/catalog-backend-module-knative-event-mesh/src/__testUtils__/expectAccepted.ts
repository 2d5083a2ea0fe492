import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  type Entity,
} from '@backstage/catalog-model';

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/** Fails as the catalog does, or would when it builds its search index. */
export async function expectAccepted(entity: Entity) {
  await policy.enforce(entity);
  expect(
    (await apiEntityV1alpha1Validator.check(entity)) ||
      (await componentEntityV1alpha1Validator.check(entity)),
  ).toBe(true);
  expectNoTwinsOrPlaceholders(entity);
}

/** Fails for keys that differ only in case, and for keys that the catalog would follow. */
export function expectNoTwinsOrPlaceholders(value: unknown) {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (!Array.isArray(value)) {
    const keys = Object.keys(value);
    expect(new Set(keys.map(key => key.toLowerCase())).size).toBe(keys.length);
    expect(keys.filter(key => key.startsWith('$'))).toEqual([]);
  }
  Object.values(value).forEach(expectNoTwinsOrPlaceholders);
}
