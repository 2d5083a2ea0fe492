import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { startEmbeddedCluster, type EmbeddedCluster } from '.';

const brokers = '/apis/eventing.knative.dev/v1/brokers';

const manifest = `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
  labels:
    backstage.io/kubernetes-id: cart
---
apiVersion: v1
kind: Secret
metadata:
  name: password
  namespace: shop
---
apiVersion: eventing.knative.dev/v1
kind: Broker
metadata:
  name: orders
  namespace: shop
status:
  observedGeneration: 1
`;

describe('startEmbeddedCluster', () => {
  let folder: string;
  let cluster: EmbeddedCluster;
  let agent: Agent;
  let log: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-cluster-'));
    await writeFile(join(folder, 'shop.yaml'), manifest);
    log = [];
    cluster = await startEmbeddedCluster({
      manifests: folder,
      tokens: [
        { token: 'admin-token', user: 'admin', rules: 'all' },
        {
          token: 'shop-token',
          user: 'shop-reader',
          rules: [
            {
              apiGroups: ['eventing.knative.dev'],
              resources: ['brokers'],
              verbs: ['get', 'list'],
              namespaces: ['shop'],
            },
          ],
        },
      ],
      without: ['sources.knative.dev'],
      log: line => log.push(line),
    });
    agent = new Agent({ connect: { ca: cluster.caCertificate } });
  });

  afterEach(async () => {
    await agent.close();
    await cluster.close();
    await rm(folder, { recursive: true });
  });

  async function get(
    path: string,
    headers: Record<string, string> = {},
    method: 'GET' | 'DELETE' = 'GET',
  ) {
    const response = await request(`${cluster.url}${path}`, {
      dispatcher: agent,
      method,
      headers: { authorization: 'Bearer admin-token', ...headers },
    });
    const text = await response.body.text();
    return {
      status: response.statusCode,
      headers: response.headers,
      text,
      json: () => JSON.parse(text),
    };
  }

  it('serves an object as its manifest has it, with completed metadata', async () => {
    const { status, json } = await get(
      '/apis/eventing.knative.dev/v1/namespaces/shop/brokers/orders',
    );

    expect(status).toBe(200);
    expect(json()).toEqual({
      apiVersion: 'eventing.knative.dev/v1',
      kind: 'Broker',
      metadata: {
        name: 'orders',
        namespace: 'shop',
        uid: expect.stringMatching(
          /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
        ),
        resourceVersion: expect.stringMatching(/^\d+$/),
        generation: 1,
        creationTimestamp: expect.any(String),
      },
      status: { observedGeneration: 1 },
    });
  });

  it('lists custom resources with their type and built-in ones without', async () => {
    const brokerList = (await get(brokers)).json();
    const serviceList = (await get('/api/v1/namespaces/shop/services')).json();

    expect(brokerList).toMatchObject({
      kind: 'BrokerList',
      apiVersion: 'eventing.knative.dev/v1',
      metadata: { resourceVersion: expect.any(String) },
      items: [{ kind: 'Broker', apiVersion: 'eventing.knative.dev/v1' }],
    });
    expect(serviceList.kind).toBe('ServiceList');
    expect(serviceList.items).toHaveLength(1);
    expect(serviceList.items[0]).not.toHaveProperty('kind');
    expect(serviceList.items[0]).not.toHaveProperty('apiVersion');
  });

  it('serves an object in each version of its kind', async () => {
    const reloaded = cluster.whenReloaded();
    const channel = manifest
      .slice(manifest.lastIndexOf('---'))
      .replace('eventing.knative.dev/v1', 'messaging.knative.dev/v1beta1')
      .replace('Broker', 'KafkaChannel');
    await writeFile(join(folder, 'channel.yaml'), channel);
    await reloaded;

    for (const version of ['v1', 'v1beta1']) {
      const apiVersion = `messaging.knative.dev/${version}`;
      const path = `/apis/${apiVersion}/kafkachannels`;
      expect((await get(path)).json()).toMatchObject({
        apiVersion,
        items: [
          { apiVersion, kind: 'KafkaChannel', metadata: { name: 'orders' } },
        ],
      });
    }
  });

  it('selects by labels and by the fields every kind has', async () => {
    const names = async (query: string) =>
      (await get(`/api/v1/services?${query}`))
        .json()
        .items.map(
          (item: { metadata: { name: string } }) => item.metadata.name,
        );

    expect(await names('labelSelector=backstage.io/kubernetes-id')).toEqual([
      'cart',
    ]);
    expect(await names('labelSelector=!backstage.io/kubernetes-id')).toEqual(
      [],
    );
    expect(await names('fieldSelector=metadata.name%3Dcart')).toEqual(['cart']);
    expect(await names('resourceVersion=0')).toEqual(['cart']);
  });

  it('answers with metadata only when asked to', async () => {
    const { json } = await get('/api/v1/services', {
      accept:
        'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json',
    });

    expect(json()).toEqual({
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
      metadata: { resourceVersion: expect.any(String) },
      items: [
        {
          kind: 'PartialObjectMetadata',
          apiVersion: 'meta.k8s.io/v1',
          metadata: expect.objectContaining({ name: 'cart' }),
        },
      ],
    });
  });

  it('has null for metadata of nothing, as Kubernetes has', async () => {
    const { json } = await get('/apis/apps/v1/deployments', {
      accept:
        'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
    });

    expect(json().items).toBeNull();
  });

  it.each([
    ['a page of a list', '/api/v1/services?limit=5', {}, 400],
    ['a watch', '/api/v1/services?watch=true', {}, 400],
    [
      'an unknown field',
      '/api/v1/services?fieldSelector=spec.type%3DX',
      {},
      400,
    ],
    ['a broken selector', '/api/v1/services?labelSelector=a%3Db%3Dc', {}, 400],
    ['another resourceVersion', '/api/v1/services?resourceVersion=7', {}, 400],
    [
      'a table',
      '/api/v1/services',
      { accept: 'application/json;as=Table;g=meta.k8s.io;v=v1' },
      406,
    ],
    [
      'protobuf',
      '/api/v1/services',
      { accept: 'application/vnd.kubernetes.protobuf' },
      406,
    ],
    [
      'an old form of discovery',
      '/apis',
      {
        accept:
          'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
      },
      406,
    ],
  ])('refuses %s', async (_, path, headers, expected) => {
    const { status, json } = await get(path, headers);

    expect(status).toBe(expected);
    expect(json()).toMatchObject({ kind: 'Status', code: expected });
  });

  it('refuses to change anything', async () => {
    const { status, json } = await get(brokers, {}, 'DELETE');

    expect(status).toBe(405);
    expect(json().reason).toBe('MethodNotAllowed');
  });

  it('words a missing object and a missing page as Kubernetes does', async () => {
    const object = await get('/api/v1/namespaces/shop/services/ghost');
    const resource = await get('/apis/sources.knative.dev/v1/pingsources');
    const ofCore = await get('/api/v1/ghosts');

    expect(object.status).toBe(404);
    expect(object.json()).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'services "ghost" not found',
      reason: 'NotFound',
      details: { name: 'ghost', kind: 'services' },
      code: 404,
    });
    expect(resource.status).toBe(404);
    expect(resource.text).toBe('404 page not found\n');
    expect([ofCore.status, ofCore.json().message]).toEqual([
      404,
      'the server could not find the requested resource',
    ]);
  });

  it('refuses an unknown token with 401', async () => {
    const { status, json } = await get('/apis', {
      authorization: 'Bearer stolen',
    });

    expect(status).toBe(401);
    expect(json()).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'Unauthorized',
      reason: 'Unauthorized',
      code: 401,
    });
  });

  it('lets a caller without a token see health and version only', async () => {
    const noToken = { authorization: '' };

    expect((await get('/livez', noToken)).text).toBe('ok');
    expect((await get('/readyz', noToken)).text).toBe('ok');
    expect((await get('/version', noToken)).json().major).toBe('1');
    expect((await get('/apis', noToken)).json()).toMatchObject({
      code: 403,
      message: 'forbidden: User "system:anonymous" cannot get path "/apis"',
    });
  });

  it('grants what the rules of a token say and refuses the rest as RBAC does', async () => {
    const authorization = 'Bearer shop-token';
    const own = await get(
      '/apis/eventing.knative.dev/v1/namespaces/shop/brokers',
      { authorization },
    );
    const everywhere = await get(brokers, { authorization });
    const secret = await get('/api/v1/namespaces/shop/secrets/password', {
      authorization,
    });
    const notInstalled = await get('/apis/sources.knative.dev/v1/pingsources', {
      authorization,
    });
    const discovery = await get('/apis', { authorization });

    expect(own.status).toBe(200);
    expect(everywhere.json()).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message:
        'brokers.eventing.knative.dev is forbidden: User "shop-reader" cannot list resource "brokers" in API group "eventing.knative.dev" at the cluster scope',
      reason: 'Forbidden',
      details: { group: 'eventing.knative.dev', kind: 'brokers' },
      code: 403,
    });
    expect(secret.json().message).toBe(
      'secrets "password" is forbidden: User "shop-reader" cannot get resource "secrets" in API group "" in the namespace "shop"',
    );
    expect(notInstalled.status).toBe(403);
    expect(discovery.status).toBe(200);
  });

  it('answers unchanged discovery with 304', async () => {
    const accept =
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';
    const first = await get('/apis', { accept });
    const second = await get('/apis', {
      accept,
      'if-none-match': String(first.headers.etag),
    });

    expect(first.json().kind).toBe('APIGroupDiscoveryList');
    expect(second.status).toBe(304);
    expect(second.text).toBe('');
  });

  it('follows changed, added and removed manifests', async () => {
    const count = async () => (await get(brokers)).json().items.length;
    const second = join(folder, 'second.yaml');

    let reloaded = cluster.whenReloaded();
    await writeFile(second, manifest.replaceAll('name: orders', 'name: bills'));
    await reloaded;
    expect(await count()).toBe(2);

    reloaded = cluster.whenReloaded();
    await writeFile(second, '# nothing left\n');
    await reloaded;
    expect(await count()).toBe(1);

    reloaded = cluster.whenReloaded();
    await rm(join(folder, 'shop.yaml'));
    await reloaded;
    expect(await count()).toBe(0);
    expect(log).toEqual([]);
  });

  it('keeps the objects of a manifest that broke and says so in one line', async () => {
    const reloaded = cluster.whenReloaded();
    await writeFile(join(folder, 'shop.yaml'), 'kind: [Broker\n');
    await reloaded;

    expect((await get(brokers)).json().items).toHaveLength(1);
    expect(log).toEqual([
      expect.stringMatching(/^shop\.yaml is not loaded: [^\n]+ at line \d+/),
    ]);
  });

  it('records requests with who sent them', async () => {
    await get('/version');
    await get(`${brokers}?resourceVersion=0`, { accept: 'application/json' });
    await get('/apis', { authorization: 'Bearer stolen' });

    expect(cluster.requests).toEqual([
      { method: 'GET', path: '/version', accept: undefined, user: 'admin' },
      {
        method: 'GET',
        path: `${brokers}?resourceVersion=0`,
        accept: 'application/json',
        user: 'admin',
      },
      { method: 'GET', path: '/apis', accept: undefined, user: undefined },
    ]);
    cluster.clearRequests();
    expect(cluster.requests).toEqual([]);
  });

  describe('with a fault', () => {
    it('answers another status, for as often as it was asked to', async () => {
      cluster.inject({
        match: /brokers/,
        status: 429,
        headers: { 'Retry-After': '1' },
        times: 1,
      });

      const failed = await get(brokers);
      expect(failed.status).toBe(429);
      expect(failed.headers['retry-after']).toBe('1');
      expect(failed.json()).toMatchObject({ kind: 'Status', code: 429 });
      expect((await get(brokers)).status).toBe(200);
    });

    it('goes on until it is removed', async () => {
      const remove = cluster.inject({
        match: path => path === brokers,
        body: 'not JSON',
      });

      expect((await get(brokers)).text).toBe('not JSON');
      expect((await get(brokers)).text).toBe('not JSON');
      remove();
      expect((await get(brokers)).json().kind).toBe('BrokerList');
    });

    it('delays', async () => {
      cluster.inject({ match: /version/, latencyMs: 150 });
      const before = Date.now();
      await get('/version');

      expect(Date.now() - before).toBeGreaterThanOrEqual(145);
    });

    it('cuts the body short', async () => {
      cluster.inject({ match: /brokers/, cutBodyAfterBytes: 10 });

      await expect(get(brokers)).rejects.toThrow(/closed|terminated|aborted/);
    });

    it('resets the connection', async () => {
      cluster.inject({ match: /brokers/, resetConnection: true });

      await expect(get(brokers)).rejects.toThrow(/closed|reset/i);
    });
  });
});
