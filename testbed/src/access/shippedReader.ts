import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from '../cluster/cluster';
import { shippedManifests } from '../folders';
import { knativeManifests } from '../knative/knativeManifests';
import { applyObjects } from '../manifests/applyObjects';
import { applyYaml } from '../manifests/loadManifests';
import { mintToken, type ServiceAccount } from './serviceAccount';
import { untilAllowed } from './untilAllowed';

/** Gives the shipped ServiceAccount its shipped rights, and waits for them. */
export async function bindReader(cluster: Cluster): Promise<void> {
  await applyObjects(cluster, await knativeManifests.viewRoles());
  await applyYaml(cluster, await shipped('reader.yaml'));
  await untilAllowed(cluster, await mintReaderToken(cluster), [
    { group: 'eventing.knative.dev', resource: 'triggers' },
    { group: 'serving.knative.dev', resource: 'services' },
    { group: '', resource: 'services' },
    { group: 'apps', resource: 'deployments' },
    { group: '', resource: 'namespaces' },
  ]);
}

/** The same in one namespace only. */
export async function bindReaderIn(
  cluster: Cluster,
  namespace: string,
): Promise<void> {
  await applyObjects(cluster, await knativeManifests.viewRoles());
  const text = await shipped('reader-namespaced.yaml');
  await applyYaml(cluster, text.replaceAll('my-namespace', namespace));
  await untilAllowed(cluster, await mintReaderToken(cluster), [
    { group: 'eventing.knative.dev', resource: 'triggers', namespace },
    { group: 'serving.knative.dev', resource: 'services', namespace },
    { group: '', resource: 'services', namespace },
    { group: 'apps', resource: 'deployments', namespace },
  ]);
}

/** As in `kubectl create token eventmesh-reader -n knative-eventing`. */
export async function mintReaderToken(cluster: Cluster): Promise<string> {
  return mintToken(cluster, await readerAccount(cluster));
}

/** The shipped ServiceAccount. */
export async function readerAccount(cluster: Cluster): Promise<ServiceAccount> {
  const [namespace, name] = ['knative-eventing', 'eventmesh-reader'];
  const { metadata } = (await cluster.ask(
    `/api/v1/namespaces/${namespace}/serviceaccounts/${name}`,
  )) as { metadata: { uid: string } };
  return { namespace, name, uid: metadata.uid };
}

function shipped(file: string): Promise<string> {
  return readFile(join(shippedManifests, file), 'utf8');
}
