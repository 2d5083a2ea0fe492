import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';

type Catalog = ReturnType<typeof catalogApiMock.mock>;
type StreamRequest = NonNullable<Parameters<Catalog['streamEntities']>[0]>;

/**
 * A catalog in memory. That of Backstage compares the paths of filters in lower
 * case with those of entities as written, so it finds nothing by what stands in
 * `spec.eventMesh`: such conditions are left out here, and kept by the tests on
 * the demo portal.
 */
export function catalogOf(entities: Entity[]): Catalog {
  const catalog = catalogApiMock({ entities });
  return catalogApiMock.mock({
    getEntityByRef: ref => catalog.getEntityByRef(ref),
    queryEntities: request => catalog.queryEntities(request),
    streamEntities: (request = {}) =>
      catalog.streamEntities({ ...request, filter: inMemory(request.filter) }),
  });
}

function inMemory(filter: StreamRequest['filter']): StreamRequest['filter'] {
  return Object.fromEntries(
    Object.entries(filter ?? {}).filter(
      ([path]) => path === path.toLowerCase(),
    ),
  );
}
