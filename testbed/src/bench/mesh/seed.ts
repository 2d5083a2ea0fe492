import type { Cluster } from '../../cluster/cluster';
import type { KubernetesObject } from '../../cluster/kubernetesObject';
import { forEachConcurrently } from '../../forEachConcurrently';
import { installCrds } from '../../knative/installCrds';
import { knativeManifests } from '../../knative/knativeManifests';
import { createResourceFinder } from '../../manifests/findResource';
import { objectPath } from '../../manifests/resources';
import type { DataSet } from './dataSets';
import { meshObjects } from './meshObjects';

const requestsAtATime = 16;

/** Fills an empty cluster: Knative's kinds, then the objects of a data set. */
export async function seed(cluster: Cluster, set: DataSet): Promise<void> {
  const definitions = await Promise.all([
    knativeManifests.eventing(),
    knativeManifests.inMemoryChannel(),
    knativeManifests.serving(),
  ]);
  await installCrds(cluster, definitions.flat());

  const objects = meshObjects(set);
  const isNamespace = ({ kind }: KubernetesObject) => kind === 'Namespace';
  await createAll(cluster, objects.filter(isNamespace));
  await createAll(
    cluster,
    objects.filter(object => !isNamespace(object)),
  );
}

/** Nothing is there yet, so nothing needs to be merged as `applyObjects` does. */
async function createAll(
  cluster: Cluster,
  objects: readonly KubernetesObject[],
): Promise<void> {
  const findResource = createResourceFinder(cluster);
  await forEachConcurrently(objects, requestsAtATime, async object => {
    const path = objectPath(object, await findResource(object));
    await cluster.ask(path.slice(0, path.lastIndexOf('/')), {
      method: 'POST',
      body: object,
    });
  });
}
