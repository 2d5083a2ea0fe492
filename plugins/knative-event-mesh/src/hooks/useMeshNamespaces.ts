import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';
import { roleFilter } from '../lib/roleFilter';
import { type CatalogReading, useCatalogReading } from './useCatalogReading';

const environmentFacet = `metadata.annotations.${eventMeshAnnotations.environment}`;
const namespaceFacet = `metadata.annotations.${eventMeshAnnotations.namespace}`;

/** Where objects of the mesh are, sorted. */
export interface MeshNamespaces {
  environments: string[];
  /** Kubernetes namespaces of the environment that is asked for. */
  namespaces: string[];
}

/**
 * Asks the catalog which environments and namespaces there are, not for what is
 * in them.
 *
 * @param environment - of which namespaces are asked for; empty for all
 */
export function useMeshNamespaces(
  environment: string,
): CatalogReading<MeshNamespaces> {
  return useCatalogReading(async catalogApi => {
    const [environments, namespaces] = await Promise.all([
      catalogApi.getEntityFacets({
        filter: { [roleFilter]: 'environment' },
        facets: [environmentFacet],
      }),
      catalogApi.getEntityFacets({
        filter: {
          [roleFilter]: ['broker', 'channel', 'eventType', 'source'],
          ...(environment && { [environmentFacet]: environment }),
        },
        facets: [namespaceFacet],
      }),
    ]);
    return {
      environments: valuesOf(environments.facets[environmentFacet]),
      namespaces: valuesOf(namespaces.facets[namespaceFacet]),
    };
  }, `namespaces ${environment}`);
}

function valuesOf(facet: { value: string }[] = []): string[] {
  return facet.map(({ value }) => value).sort();
}
