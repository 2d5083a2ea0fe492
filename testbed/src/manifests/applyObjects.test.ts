import type { Answer, Cluster, ClusterRequest } from '../cluster/cluster';
import { applyObjects } from './applyObjects';

const resources: Record<string, unknown[]> = {
  '/api/v1': [
    { name: 'namespaces', kind: 'Namespace', namespaced: false },
    { name: 'namespaces/status', kind: 'Namespace', namespaced: false },
    { name: 'secrets', kind: 'Secret', namespaced: true },
  ],
};

/** Knows its resources, and notes what is written. */
function fakeCluster() {
  const written: [string, unknown][] = [];
  const cluster: Cluster = {
    url: 'https://cluster',
    caCertificate: '',
    request: async () => ({ status: 200 } as Answer),
    ask: async (path: string, request?: ClusterRequest) => {
      if (request) {
        written.push([path.split('?')[0], request.body]);
      }
      return { resources: resources[path] };
    },
  };
  return { cluster, written };
}

const object = (kind: string, name: string, fields = {}) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, ...(kind === 'Secret' ? { namespace: 'payments' } : {}) },
  ...fields,
});

describe('applyObjects', () => {
  it('begins with the namespaces, and writes status apart', async () => {
    const { cluster, written } = fakeCluster();
    const secret = object('Secret', 'key');
    const namespace = object('Namespace', 'payments', {
      status: { phase: 'Active' },
    });

    await applyObjects(cluster, [secret, namespace]);

    expect(written).toEqual([
      ['/api/v1/namespaces/payments', namespace],
      ['/api/v1/namespaces/payments/status', namespace],
      ['/api/v1/namespaces/payments/secrets/key', secret],
    ]);
  });

  it('writes no status where there is no such subresource', async () => {
    const { cluster, written } = fakeCluster();

    await applyObjects(cluster, [object('Secret', 'key', { status: {} })]);

    expect(written).toHaveLength(1);
  });

  it('names a kind that the cluster does not have', async () => {
    const { cluster } = fakeCluster();

    await expect(
      applyObjects(cluster, [object('Secrets', 'key')]),
    ).rejects.toThrow('The cluster has no kind Secrets in v1');
  });
});
