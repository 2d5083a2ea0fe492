import type { Entity } from '@backstage/catalog-model';
import { type CatalogReading, useCatalogReading } from './useCatalogReading';

/**
 * Reads an entity whole. Undefined if there is none of that ref, or the viewer
 * may not see it.
 *
 * @param entityRef - full entity ref
 */
export function useEntityOfRef(
  entityRef: string,
): CatalogReading<Entity | undefined> {
  return useCatalogReading(
    catalogApi => catalogApi.getEntityByRef(entityRef),
    entityRef,
  );
}
