import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  applyObjects,
  applyYaml,
  knativeModules,
  mintToken,
  type Cluster,
  type ServiceAccount,
} from 'testbed';
import { goModuleFolder } from 'testbed/src/knative/goModule';
import { readManifestFolder } from 'testbed/src/manifests/readManifestFolder';
import { untilAllowed } from './access';

const deploy = join(__dirname, '../../deploy');

/** Gives the shipped ServiceAccount its shipped rights, and waits for them. */
export async function bindReader(cluster: Cluster): Promise<void> {
  await applyKnativeRoles(cluster);
  await applyYaml(cluster, await readFile(join(deploy, 'reader.yaml'), 'utf8'));
  await untilAllowed(cluster, await mintReaderToken(cluster), [
    { group: 'eventing.knative.dev', resource: 'triggers' },
    { group: 'serving.knative.dev', resource: 'services' },
    { group: '', resource: 'services' },
  ]);
}

/** The same in one namespace only. */
export async function bindReaderIn(
  cluster: Cluster,
  namespace: string,
): Promise<void> {
  await applyKnativeRoles(cluster);
  const text = await readFile(join(deploy, 'reader-namespaced.yaml'), 'utf8');
  await applyYaml(cluster, text.replaceAll('my-namespace', namespace));
  await untilAllowed(cluster, await mintReaderToken(cluster), [
    { group: 'eventing.knative.dev', resource: 'triggers', namespace },
    { group: 'serving.knative.dev', resource: 'services', namespace },
    { group: '', resource: 'services', namespace },
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

/** The ClusterRoles that Knative installs, which ours are bound to. */
async function applyKnativeRoles(cluster: Cluster): Promise<void> {
  const folders = [
    join(await goModuleFolder(knativeModules.eventing), 'config/core/roles'),
    join(await goModuleFolder(knativeModules.serving), 'config/core/200-roles'),
  ];
  const objects = (await Promise.all(folders.map(readManifestFolder))).flat();
  await applyObjects(
    cluster,
    objects.filter(({ metadata }) => metadata.name.endsWith('namespaced-view')),
  );
}
