import { waitFor } from 'demo';
import type { Cluster } from '../cluster/cluster';
import { applyObjects } from '../manifests/applyObjects';
import {
  listPaths,
  withoutConversion,
  type CustomResourceDefinition,
} from './customResourceDefinition';

const millisecondsToServe = 60_000;
const aggregatedDiscovery =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** How CRDs are installed. */
export interface InstallCrdsOptions {
  /**
   * Keeps the webhook that converts between versions. There is none in a cluster
   * of ours, so that only the stored version can be read then.
   */
  keepConversion?: boolean;
  /** Leaves CRDs that are installed already as they are. */
  keepExisting?: boolean;
}

/**
 * Installs CRDs and waits until discovery names them and their lists are
 * answered.
 */
export async function installCrds(
  cluster: Cluster,
  definitions: readonly CustomResourceDefinition[],
  { keepConversion = false, keepExisting = false }: InstallCrdsOptions = {},
): Promise<void> {
  const existing = keepExisting ? await installedCrds(cluster) : new Set();
  const missing = definitions.filter(
    ({ metadata }) => !existing.has(metadata.name),
  );
  const installed = keepConversion ? missing : missing.map(withoutConversion);
  await applyObjects(cluster, installed);

  await waitFor({
    what: `the start of ${installed.length} CRDs`,
    ask: async () => (await areServed(cluster, installed)) || undefined,
    deadlineMilliseconds: millisecondsToServe,
  });
}

async function installedCrds(cluster: Cluster): Promise<Set<string>> {
  const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  const list = (await cluster.ask(path)) as {
    items: { metadata: { name: string } }[];
  };
  return new Set(list.items.map(({ metadata }) => metadata.name));
}

async function areServed(
  cluster: Cluster,
  definitions: readonly CustomResourceDefinition[],
): Promise<boolean> {
  const discovery = await cluster.request('/apis', {
    headers: { accept: aggregatedDiscovery },
  });
  const lists = await Promise.all(
    definitions
      .flatMap(listPaths)
      .map(path => cluster.request(`${path}?limit=1`)),
  );
  return (
    lists.every(({ status }) => status === 200) &&
    definitions.every(definition => isDiscovered(discovery.json(), definition))
  );
}

function isDiscovered(
  discovery: unknown,
  { spec }: CustomResourceDefinition,
): boolean {
  const { items = [] } = discovery as { items?: DiscoveredGroup[] };
  const group = items.find(({ metadata }) => metadata.name === spec.group);
  return spec.versions
    .filter(({ served }) => served)
    .every(({ name }) =>
      group?.versions
        .find(({ version }) => version === name)
        ?.resources?.some(({ resource }) => resource === spec.names.plural),
    );
}

interface DiscoveredGroup {
  metadata: { name: string };
  versions: { version: string; resources?: { resource: string }[] }[];
}
