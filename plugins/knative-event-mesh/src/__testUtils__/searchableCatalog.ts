import type { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { QueryingCatalogClient } from './QueryingCatalogClient';

type Json = NonNullable<Entity['spec']>[string];

/**
 * A catalog in memory that can be asked for what stands in `spec.eventMesh`.
 * That of Backstage compares the paths of filters in lower case with those of
 * entities as written, and so finds nothing by them: each entity has the same
 * once more under a name in lower case.
 */
export function searchableCatalog(entities: Entity[]): InMemoryCatalogClient {
  return new QueryingCatalogClient({
    entities: entities.map(entity =>
      entity.spec?.eventMesh
        ? {
            ...entity,
            spec: {
              ...entity.spec,
              eventmesh: inLowerCase(entity.spec.eventMesh),
            },
          }
        : entity,
    ),
  });
}

function inLowerCase(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(item => inLowerCase(item) ?? null);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, part]) => [
          key.toLowerCase(),
          inLowerCase(part),
        ]),
      )
    : value;
}
