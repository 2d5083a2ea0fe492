import { demoManifests } from 'demo';
import {
  applyObjects,
  installCrds,
  knativeManifests,
  loadManifests,
  startKubeApiserver,
  type Cluster,
  type CustomResourceDefinition,
  type KubeApiserver,
  type KubeApiserverOptions,
} from 'testbed';
import { bindReader, mintReaderToken } from './reader';

/** A real API server with Knative and the demo mesh on it. */
export interface DemoCluster extends KubeApiserver {
  /** A token of the shipped ServiceAccount. */
  readerToken: string;
}

/** What of Knative is installed. */
export interface KnativeOptions {
  /** CRDs (`triggers.eventing.knative.dev`) that are not installed. */
  without?: string[];
  keepConversion?: boolean;
}

/** Starts it, with exactly the rights for the reader that we ship. */
export async function startDemoCluster(
  options: KubeApiserverOptions = {},
): Promise<DemoCluster> {
  const server = await startKubeApiserver(options);
  await createNamespace(server, 'knative-eventing');
  await installKnative(server);
  await loadManifests(server, demoManifests);
  await bindReader(server);
  return Object.assign(server, { readerToken: await mintReaderToken(server) });
}

/** Installs Knative's CRDs, and waits until they are served. */
export async function installKnative(
  cluster: Cluster,
  { without = [], keepConversion }: KnativeOptions = {},
): Promise<void> {
  const published = await knativeCrds();
  const definitions = published.filter(
    ({ metadata }) => !without.includes(metadata.name),
  );
  await installCrds(cluster, definitions, { keepConversion });
}

/** All CRDs of Knative Eventing, of its in-memory channel, and of Serving. */
export async function knativeCrds(): Promise<CustomResourceDefinition[]> {
  const definitions = await Promise.all([
    knativeManifests.eventing(),
    knativeManifests.inMemoryChannel(),
    knativeManifests.serving(),
  ]);
  return definitions.flat();
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
