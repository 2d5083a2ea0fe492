import type { Cluster } from '../cluster/cluster';
import {
  isKubernetesObject,
  type KubernetesObject,
} from '../cluster/kubernetesObject';
import { forEachConcurrently } from '../forEachConcurrently';
import { createResourceFinder, type FindResource } from './findResource';
import { objectPath } from './resources';
import { statedUid, stepsToCreate, withUids } from './uids';
import { writtenObject, writtenStatus } from './written';

const requestsAtATime = 8;

/**
 * Creates objects, or changes those that are there, status included: the spec as
 * its author would, the status through its subresource as a controller would.
 * Where an object mentions another by the uid that its manifest states, as owner
 * or in its status, it gets the uid that the API server has given instead.
 */
export async function applyObjects(
  cluster: Cluster,
  objects: readonly KubernetesObject[],
): Promise<void> {
  const findResource = createResourceFinder(cluster);
  const givenUids = new Map<string, string>();
  for (const step of stepsToCreate(objects)) {
    await forEachConcurrently(step, requestsAtATime, async object => {
      const created = withUids(object, givenUids);
      const given = await applyObject(cluster, findResource, created);
      const stated = statedUid(object);
      if (stated && given) {
        givenUids.set(stated, given);
      }
    });
  }
}

/** Returns the uid of the object. */
async function applyObject(
  cluster: Cluster,
  findResource: FindResource,
  object: KubernetesObject,
): Promise<string | undefined> {
  const resource = await findResource(object);
  const path = objectPath(object, resource);
  const written = await serverSideApply(cluster, path, writtenObject(object));

  const status = writtenStatus(object);
  if (status && resource.hasStatus) {
    await serverSideApply(cluster, `${path}/status`, status);
  }
  return isKubernetesObject(written) ? statedUid(written) : undefined;
}

async function serverSideApply(
  cluster: Cluster,
  path: string,
  body: KubernetesObject,
): Promise<unknown> {
  return cluster.ask(`${path}?fieldManager=testbed&force=true`, {
    method: 'PATCH',
    contentType: 'application/apply-patch+yaml',
    body,
  });
}
