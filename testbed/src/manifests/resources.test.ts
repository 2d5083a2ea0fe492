import { groupPath, objectPath, parseResources } from './resources';

describe('parseResources', () => {
  it('finds plural, scope and the status subresource', () => {
    const list = {
      resources: [
        { name: 'brokers', kind: 'Broker', namespaced: true },
        { name: 'brokers/status', kind: 'Broker', namespaced: true },
        { name: 'clusterroles', kind: 'ClusterRole', namespaced: false },
      ],
    };

    expect([...parseResources(list)]).toEqual([
      ['Broker', { plural: 'brokers', isNamespaced: true, hasStatus: true }],
      [
        'ClusterRole',
        { plural: 'clusterroles', isNamespaced: false, hasStatus: false },
      ],
    ]);
  });
});

describe('groupPath', () => {
  it.each([
    ['v1', '/api/v1'],
    ['eventing.knative.dev/v1', '/apis/eventing.knative.dev/v1'],
  ])('of %s is %s', (apiVersion, path) => {
    expect(groupPath(apiVersion)).toBe(path);
  });
});

describe('objectPath', () => {
  const resource = (plural: string, isNamespaced: boolean) => ({
    plural,
    isNamespaced,
    hasStatus: false,
  });

  it('has the namespace, or the default one', () => {
    const broker = {
      apiVersion: 'eventing.knative.dev/v1',
      kind: 'Broker',
      metadata: { name: 'main', namespace: 'payments' },
    };

    expect(objectPath(broker, resource('brokers', true))).toBe(
      '/apis/eventing.knative.dev/v1/namespaces/payments/brokers/main',
    );
    expect(
      objectPath(
        { ...broker, metadata: { name: 'main' } },
        resource('brokers', true),
      ),
    ).toBe('/apis/eventing.knative.dev/v1/namespaces/default/brokers/main');
  });

  it('has no namespace for what belongs to the cluster', () => {
    const role = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'system:reader' },
    };

    expect(objectPath(role, resource('clusterroles', false))).toBe(
      '/apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Areader',
    );
  });
});
