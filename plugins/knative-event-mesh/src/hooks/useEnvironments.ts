import type { Entity } from '@backstage/catalog-model';
import { roleFilter } from '../lib/roleFilter';
import { type CatalogReading, useCatalogReading } from './useCatalogReading';

/** Reads the Systems that stand for environments, in the order of their names. */
export function useEnvironments(): CatalogReading<Entity[]> {
  return useCatalogReading(async catalogApi => {
    const environments: Entity[] = [];
    const pages = catalogApi.streamEntities({
      filter: { [roleFilter]: 'environment' },
      fields: ['kind', 'metadata', 'spec.eventMesh'],
    });
    for await (const entities of pages) {
      environments.push(...entities);
    }
    return environments.sort((a, b) =>
      a.metadata.name < b.metadata.name ? -1 : 1,
    );
  }, 'environments');
}
