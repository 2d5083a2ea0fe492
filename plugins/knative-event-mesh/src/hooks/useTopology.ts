import {
  loadTopology,
  type TopologyReading,
  type TopologyScope,
} from '../lib/topology';
import { type CatalogReading, useCatalogReading } from './useCatalogReading';

/** Reads what a topology is drawn from, anew whenever its scope changes. */
export function useTopology(
  scope: TopologyScope,
): CatalogReading<TopologyReading> {
  return useCatalogReading(
    catalogApi => loadTopology(catalogApi, scope),
    JSON.stringify(scope),
  );
}
