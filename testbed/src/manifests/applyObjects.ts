import type { Cluster } from '../cluster/cluster';
import type { KubernetesObject } from '../cluster/kubernetesObject';
import { forEachConcurrently } from '../forEachConcurrently';
import { createResourceFinder, type FindResource } from './findResource';
import { objectPath } from './resources';
import { writtenObject, writtenStatus } from './written';

const requestsAtATime = 8;

/**
 * Creates objects, or changes those that are there, status included: the spec as
 * its author would, the status through its subresource as a controller would.
 */
export async function applyObjects(
  cluster: Cluster,
  objects: readonly KubernetesObject[],
): Promise<void> {
  const findResource = createResourceFinder(cluster);
  const isNamespace = ({ kind }: KubernetesObject) => kind === 'Namespace';
  const inOrder = [
    objects.filter(isNamespace),
    objects.filter(object => !isNamespace(object)),
  ];
  for (const step of inOrder) {
    await forEachConcurrently(step, requestsAtATime, object =>
      applyObject(cluster, findResource, object),
    );
  }
}

async function applyObject(
  cluster: Cluster,
  findResource: FindResource,
  object: KubernetesObject,
): Promise<void> {
  const resource = await findResource(object);
  const path = objectPath(object, resource);
  await serverSideApply(cluster, path, writtenObject(object));

  const status = writtenStatus(object);
  if (status && resource.hasStatus) {
    await serverSideApply(cluster, `${path}/status`, status);
  }
}

async function serverSideApply(
  cluster: Cluster,
  path: string,
  body: KubernetesObject,
): Promise<void> {
  await cluster.ask(`${path}?fieldManager=testbed&force=true`, {
    method: 'PATCH',
    contentType: 'application/apply-patch+yaml',
    body,
  });
}
