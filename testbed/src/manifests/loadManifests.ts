import type { Cluster } from '../cluster/cluster';
import { applyObjects } from './applyObjects';
import { parseManifests } from './parseManifests';
import { readManifestFolder } from './readManifestFolder';

/** Applies every `*.yaml` of a folder and below it, namespaces first. */
export async function loadManifests(
  cluster: Cluster,
  folder: string,
): Promise<void> {
  await applyObjects(cluster, await readManifestFolder(folder));
}

/** Applies YAML, such as the RBAC rules of a test. */
export async function applyYaml(cluster: Cluster, text: string): Promise<void> {
  await applyObjects(cluster, parseManifests(text));
}
