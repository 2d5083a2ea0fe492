import type { Answer, Cluster, ClusterRequest } from '../cluster/cluster';
import type { KubernetesObject } from '../cluster/kubernetesObject';
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
        const body = request.body as KubernetesObject;
        written.push([path.split('?')[0], body]);
        const { metadata } = body;
        return {
          ...body,
          metadata: { ...metadata, uid: `given to ${metadata.name}` },
        };
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

  it('names an owner by the uid that the API server gave to it', async () => {
    const { cluster, written } = fakeCluster();
    const ownerUid = (uid: string) => ({
      metadata: {
        name: 'key',
        namespace: 'payments',
        ownerReferences: [{ uid }],
      },
    });
    const owned = { ...object('Secret', 'key'), ...ownerUid('stated') };
    const owner = {
      ...object('Secret', 'owner'),
      metadata: { name: 'owner', namespace: 'payments', uid: 'stated' },
    };

    await applyObjects(cluster, [owned, owner]);

    expect(written).toEqual([
      ['/api/v1/namespaces/payments/secrets/owner', object('Secret', 'owner')],
      [
        '/api/v1/namespaces/payments/secrets/key',
        { ...owned, ...ownerUid('given to owner') },
      ],
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
