import { bindReader, mintReaderToken } from './access/shippedReader';
import {
  startKubeApiserver,
  type KubeApiserver,
  type KubeApiserverOptions,
} from './apiserver/startKubeApiserver';
import type { Cluster } from './cluster/cluster';
import { installKnative } from './knative/installKnative';
import { loadDemoMesh } from './loadDemoMesh';
import { applyObjects } from './manifests/applyObjects';

/** A real API server with Knative and the demo mesh on it. */
export interface DemoCluster extends KubeApiserver {
  /** A token of the shipped ServiceAccount. */
  readerToken: string;
}

/** Starts it, with exactly the rights for the reader that we ship. */
export async function startDemoCluster(
  options: KubeApiserverOptions = {},
): Promise<DemoCluster> {
  const server = await startKubeApiserver(options);
  await createNamespace(server, 'knative-eventing');
  await installKnative(server);
  await loadDemoMesh(server);
  await bindReader(server);
  return Object.assign(server, { readerToken: await mintReaderToken(server) });
}

/** Creates a namespace. */
export async function createNamespace(
  cluster: Cluster,
  name: string,
): Promise<void> {
  await applyObjects(cluster, [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
  ]);
}
