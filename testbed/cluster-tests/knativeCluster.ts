import { installCrds, knativeManifests, type Cluster } from '../src';

/** Installs Knative Eventing with the in-memory channel, and Serving. */
export async function installKnative(
  cluster: Cluster & { isOurs?: boolean },
): Promise<void> {
  const definitions = await Promise.all([
    knativeManifests.eventing(),
    knativeManifests.inMemoryChannel(),
    knativeManifests.serving(),
  ]);
  await installCrds(cluster, definitions.flat(), {
    keepExisting: cluster.isOurs === false,
  });
}
