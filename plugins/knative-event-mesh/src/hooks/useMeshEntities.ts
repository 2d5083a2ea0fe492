import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** More would not be readable in a card; it says so when it is reached. */
const limit = 500;

/** Entities of the mesh, as far as the catalog has answered. */
export type MeshEntities =
  | { status: 'loading' }
  | { status: 'error'; error: Error }
  | { status: 'loaded'; entities: Entity[]; isComplete: boolean };

/**
 * Asks the catalog, in one query, for entities of the mesh. It asks for what
 * they tell rather than for relations, because a relation says nothing of a
 * match that is undecided.
 *
 * @param filters - of which an entity has to fit one
 */
export function useMeshEntities(
  filters: Record<string, string>[],
): MeshEntities {
  const catalogApi = useApi(catalogApiRef);
  // The list is new with each rendering; its text is what may change.
  const asked = JSON.stringify(filters);

  const { value, error } = useAsync(async () => {
    const { items } = await catalogApi.queryEntities({
      filter: JSON.parse(asked),
      fields: ['kind', 'metadata', 'spec.eventMesh'],
      limit,
    });
    return { entities: items, isComplete: items.length < limit };
  }, [catalogApi, asked]);

  if (error) {
    return { status: 'error', error };
  }
  return value ? { status: 'loaded', ...value } : { status: 'loading' };
}
