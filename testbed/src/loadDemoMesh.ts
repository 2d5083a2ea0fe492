import { demoManifests } from 'demo';
import type { Cluster } from './cluster/cluster';
import { installCrds, type InstallCrdsOptions } from './knative/installCrds';
import { knativeManifests } from './knative/knativeManifests';
import { loadManifests } from './manifests/loadManifests';

/**
 * Loads the demo mesh into a cluster with Knative. A part of it is on Kafka, the
 * CRDs of which are installed here.
 */
export async function loadDemoMesh(
  cluster: Cluster,
  options?: InstallCrdsOptions,
): Promise<void> {
  await installCrds(cluster, await knativeManifests.kafka(), options);
  await loadManifests(cluster, demoManifests);
}
