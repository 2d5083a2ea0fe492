import type { Cluster } from '../cluster/cluster';
import type { KubernetesObject } from '../cluster/kubernetesObject';
import { groupPath, parseResources, type Resource } from './resources';

/**
 * Finds out how the API server serves an object.
 *
 * @throws if it does not know the kind
 */
export type FindResource = (object: KubernetesObject) => Promise<Resource>;

/** Asks a cluster for the resources of each group and version once. */
export function createResourceFinder(cluster: Cluster): FindResource {
  const resourcesByGroup = new Map<string, Promise<Map<string, Resource>>>();

  const resourcesOf = (apiVersion: string) => {
    const known = resourcesByGroup.get(apiVersion);
    if (known) {
      return known;
    }
    const asked = cluster.ask(groupPath(apiVersion)).then(parseResources);
    resourcesByGroup.set(apiVersion, asked);
    return asked;
  };

  return async ({ apiVersion, kind }) => {
    const resource = (await resourcesOf(apiVersion)).get(kind);
    if (!resource) {
      throw new Error(`The cluster has no kind ${kind} in ${apiVersion}`);
    }
    return resource;
  };
}
