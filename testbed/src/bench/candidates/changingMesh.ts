import type { Cluster } from '../../cluster/cluster';
import type { StartCandidate } from './candidate';
import { startService } from './service';

const triggers = '/apis/eventing.knative.dev/v1/triggers';

/**
 * Our service on a mesh of which one Trigger changes before each question, so
 * that it cannot use what it remembers of Triggers.
 */
export const startServiceOnChanges =
  (cluster: Cluster): StartCandidate =>
  async access => {
    const path = await pathOfSomeTrigger(cluster);
    const service = await startService(access);
    let changes = 0;
    return {
      ...service,
      name: 'service, a change each time',
      async beforeAsking() {
        changes += 1;
        await change(cluster, path, `${changes}`);
      },
    };
  };

async function pathOfSomeTrigger(cluster: Cluster): Promise<string> {
  const answer = await cluster.request(`${triggers}?limit=1`);
  if (answer.status !== 200) {
    throw new Error(`listing Triggers was answered with ${answer.status}`);
  }
  const { items } = answer.json() as {
    items: { metadata: { namespace: string; name: string } }[];
  };
  const [{ metadata }] = items;
  return `/apis/eventing.knative.dev/v1/namespaces/${metadata.namespace}/triggers/${metadata.name}`;
}

async function change(cluster: Cluster, path: string, value: string) {
  const { status } = await cluster.request(path, {
    method: 'PATCH',
    contentType: 'application/merge-patch+json',
    body: { metadata: { annotations: { 'bench.example.com/change': value } } },
  });
  if (status !== 200) {
    throw new Error(`changing ${path} was answered with ${status}`);
  }
}
