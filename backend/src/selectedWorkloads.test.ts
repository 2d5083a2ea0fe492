import { anyObject, broker } from './__testUtils__/objects';
import { as } from './__testUtils__/smallMesh';
import {
  meshReader,
  startTestMesh,
  type Answer,
  type TestMesh,
} from './__testUtils__/startTestMesh';

const ID = 'backstage.io/kubernetes-id';
const apps = (namespaces?: string[]) => ({
  apiGroups: ['apps'],
  resources: ['deployments'],
  verbs: ['list'],
  namespaces,
});
const tokens = {
  all: [meshReader(), apps()],
  'shop-apps': [meshReader(), apps(['shop'])],
  'no-apps': [meshReader()],
};

const deployments = (subject: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  ...subject,
});

function binding(key: string, subject: object) {
  const ref = {
    apiVersion: 'eventing.knative.dev/v1',
    kind: 'Broker',
    name: 'b',
  };
  return anyObject('sources.knative.dev/v1', 'SinkBinding', key, {
    spec: { sink: { ref }, subject: deployments(subject) },
  });
}

const withLabels = (matchLabels: Record<string, string>) => ({
  selector: { matchLabels },
});

function deployment(key: string, labels: Record<string, string>) {
  return anyObject('apps/v1', 'Deployment', key, {}, { labels });
}

const objects = [
  broker('shop/b'),
  broker('cart/b'),
  binding('shop/by-labels', withLabels({ app: 'checkout', tier: 'web' })),
  binding('shop/none', withLabels({ app: 'gone' })),
  binding('shop/everything', withLabels({})),
  binding('shop/expressions', {
    selector: {
      matchExpressions: [{ key: 'app', operator: 'Exists' }],
    },
  }),
  binding('shop/by-name', { name: 'one' }),
  binding('cart/by-labels', withLabels({ app: 'checkout' })),
  deployment('shop/one', { app: 'checkout', tier: 'web', [ID]: 'checkout' }),
  deployment('shop/two', { app: 'checkout', tier: 'web', [ID]: 'checkout' }),
  deployment('shop/three', { app: 'checkout', tier: 'web', [ID]: 'basket' }),
  deployment('shop/other-tier', { app: 'checkout', tier: 'db', [ID]: 'db' }),
  deployment('shop/no-id', { app: 'checkout', tier: 'web' }),
  deployment('cart/one', { app: 'checkout', [ID]: 'cart' }),
];

function workloadsIn({ body }: Answer): Record<string, unknown> {
  return Object.fromEntries(
    body.sources.map(
      ({
        namespace,
        name,
        workloads = [],
      }: {
        namespace: string;
        name: string;
        workloads?: { kubernetesId?: string }[];
      }) => [
        `${namespace}/${name}`,
        workloads.map(({ kubernetesId }) => kubernetesId),
      ],
    ),
  );
}

const workloads = {
  'cart/by-labels': ['cart'],
  'shop/by-labels': ['basket', 'checkout'],
  'shop/by-name': ['checkout'],
  'shop/everything': ['basket', 'checkout', 'db'],
  'shop/expressions': [],
  'shop/none': [],
};

describe('what SinkBindings select by labels', () => {
  let mesh: TestMesh;
  beforeEach(async () => {
    mesh = await startTestMesh({ objects, tokens });
  });
  afterEach(() => mesh.close());

  const ask = (token = 'all', query = '') => mesh.getMesh(query, as(token));
  const deploymentLists = () =>
    mesh.takeLists().filter(path => path.includes('/deployments'));

  it('is told by the ids of components', async () => {
    const answer = await ask();
    expect(workloadsIn(answer)).toEqual(workloads);
    expect(answer.body.omitted).toEqual([]);
  });

  it('is looked for in labelled lists, however many select', async () => {
    await ask();
    expect(new Set(deploymentLists())).toEqual(
      new Set([
        '/apis/apps/v1/deployments?labelSelector=backstage.io%2Fkubernetes-id',
      ]),
    );
  });

  it('is the same the next time', async () => {
    const [first, second] = [await ask(), await ask()];
    expect(second.text).toBe(first.text);
  });

  it('is looked for where it may be listed', async () => {
    const answer = await ask('shop-apps');
    expect(workloadsIn(answer)).toEqual({ ...workloads, 'cart/by-labels': [] });
    expect(answer.body.omitted).toMatchObject([
      { group: 'apps', kind: 'Deployment', namespace: 'cart' },
    ]);
  });

  it('stands in omitted once where it may not', async () => {
    const { status, body } = await ask('no-apps');
    expect(status).toBe(200);
    expect(body.omitted).toMatchObject([
      { group: 'apps', kind: 'Deployment', namespace: 'cart' },
      { group: 'apps', kind: 'Deployment', namespace: 'shop' },
    ]);
  });

  it('is looked for in scope', async () => {
    const answer = await ask('all', '?namespace=cart');
    expect(workloadsIn(answer)).toEqual({ 'cart/by-labels': ['cart'] });
    expect(deploymentLists()).toEqual([
      '/apis/apps/v1/namespaces/cart/deployments?labelSelector=backstage.io%2Fkubernetes-id',
    ]);
  });

  it('503 when it cannot be looked for', async () => {
    mesh.cluster.inject({ match: /\/deployments/, status: 500 });
    const { status, body } = await ask();
    expect(status).toBe(503);
    expect(body.error).toContain('list deployments');
  });
});
