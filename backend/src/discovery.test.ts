import { broker, eventType, service, trigger } from './__testUtils__/objects';
import { startTestMesh, type TestMesh } from './__testUtils__/startTestMesh';

const objects = [
  broker('shop/default'),
  trigger('shop/t', 'default', 'Service/s'),
  service('shop/s', { label: 's' }),
];

function aggregated(versions: object[]) {
  return JSON.stringify({
    kind: 'APIGroupDiscoveryList',
    items: [{ metadata: { name: 'eventing.knative.dev' }, versions }],
  });
}

function version(name: string, kinds: string[], freshness = 'Current') {
  return {
    version: name,
    freshness,
    resources: kinds.map(kind => ({
      resource: `${kind.toLowerCase()}s`,
      responseKind: { kind },
      scope: 'Namespaced',
      verbs: ['list'],
    })),
  };
}

describe('discovery', () => {
  let mesh: TestMesh;
  beforeEach(async () => {
    mesh = await startTestMesh({ objects });
  });
  afterEach(() => mesh.close());

  /** Paths of discovery that were asked for. */
  const asked = () =>
    mesh.cluster.requests
      .map(({ path }) => path)
      .filter(path => /^\/apis?(\/[^/]+\/[^/]+)?$/.test(path))
      .filter(path => !path.startsWith('/api/v1/'));

  it('is asked in each request, twice', async () => {
    await mesh.getMesh();
    await mesh.getMesh();
    expect(asked().sort()).toEqual(['/api', '/api', '/apis', '/apis']);
  });

  it('notices what is installed and removed between requests', async () => {
    const body = aggregated([version('v1', ['Broker', 'Trigger'])]);
    const before = await mesh.getMesh();
    const undo = mesh.cluster.inject({ match: /^\/apis$/, status: 200, body });
    const during = await mesh.getMesh();
    undo();
    const after = await mesh.getMesh();
    expect([before, during, after].map(({ status }) => status)).toEqual([
      200, 424, 200,
    ]);
  });

  it('prefers v1beta2 of EventType over what the server lists first', async () => {
    const kinds = ['Broker', 'Trigger'];
    const body = aggregated([
      version('v1', kinds),
      version('v1beta3', ['EventType']),
      version('v1beta2', ['EventType']),
    ]);
    mesh.cluster.inject({ match: /^\/apis$/, status: 200, body });
    expect((await mesh.getMesh()).status).toBe(200);
    expect(mesh.takeLists().filter(path => /eventtypes/.test(path))).toEqual([
      '/apis/eventing.knative.dev/v1beta2/eventtypes',
    ]);
  });

  it('takes another version where there is no v1beta2', async () => {
    const body = aggregated([
      version('v1', ['Broker', 'Trigger']),
      version('v1beta1', ['EventType']),
    ]);
    mesh.cluster.inject({ match: /^\/apis$/, status: 200, body });
    mesh.cluster.inject({
      match: /v1beta1\/eventtypes/,
      status: 200,
      body: '{"items": null}',
    });
    expect((await mesh.getMesh()).status).toBe(200);
  });

  it.each([
    ['1.15, which came with EventPolicy', ['EventPolicy'], []],
    ['an older version', [], ['knativeVersionNotKnown']],
  ])('knows %s', async (_, kinds, codes) => {
    const expression = { filters: [{ cesql: "type = 'order'" }] };
    const odd = await startTestMesh({
      objects: [
        broker('shop/default', 'MTChannelBasedBroker'),
        eventType('shop/order', 'order', 'default'),
        trigger('shop/t', 'default', 'Service/s', expression),
      ],
    });
    const body = aggregated([
      version('v1', ['Broker', 'Trigger']),
      version('v1beta2', ['EventType']),
      version('v1alpha1', kinds),
    ]);
    odd.cluster.inject({ match: /^\/apis$/, status: 200, body });
    odd.cluster.inject({
      match: /v1alpha1\/eventpolicys/,
      status: 200,
      body: '{"items": null}',
    });
    const answer = await odd.getMesh();
    await odd.close();
    const [{ match, reasons }] = answer.body.eventTypes[0].consumers;
    expect(match).toBe(codes.length > 0 ? 'maybe' : 'yes');
    expect(reasons.map(({ code }: { code: string }) => code)).toEqual(codes);
  });

  it('503 while it is stale, never "not installed"', async () => {
    const body = aggregated([version('v1', [], 'Stale')]);
    const undo = mesh.cluster.inject({ match: /^\/apis$/, status: 200, body });
    const { status, body: error } = await mesh.getMesh();
    undo();
    expect([status, error.code]).toEqual([503, 'unavailable']);
    expect(error.error).toContain('/apis/eventing.knative.dev');
  });

  it('does not care for a group in which nothing is read', async () => {
    const kinds = ['Broker', 'Trigger'];
    const stale = {
      metadata: { name: 'metrics.k8s.io' },
      versions: [version('v1beta1', [], 'Stale')],
    };
    const document = JSON.parse(
      aggregated([version('v1', kinds), version('v1beta2', ['EventType'])]),
    );
    document.items.push(stale);
    const body = JSON.stringify(document);
    mesh.cluster.inject({ match: /^\/apis$/, status: 200, body });
    const answer = await mesh.getMesh();
    expect([answer.status, answer.body.omitted]).toEqual([200, []]);
  });

  it('waits for it to become fresh', async () => {
    const body = aggregated([version('v1', [], 'Stale')]);
    mesh.cluster.inject({ match: /^\/apis$/, status: 200, body, times: 2 });
    expect((await mesh.getMesh()).status).toBe(200);
  });

  it('503 while the group of a subscriber is stale', async () => {
    const body = JSON.stringify({
      kind: 'APIGroupDiscoveryList',
      items: [{ metadata: {}, versions: [version('v1', [], 'Stale')] }],
    });
    mesh.cluster.inject({ match: /^\/api$/, status: 200, body });
    const answer = await mesh.getMesh();
    expect(answer.status).toBe(503);
  });

  describe('while the API server starts up', () => {
    const nothingYet = aggregated([]);
    const startingUp = () => {
      mesh.cluster.inject({ match: /^\/readyz/, status: 500 });
      mesh.cluster.inject({ match: /^\/apis$/, status: 200, body: nothingYet });
    };
    const askedReady = () =>
      mesh.cluster.requests.filter(({ path }) => path.startsWith('/readyz'));

    it('503, never "not installed"', async () => {
      startingUp();
      const { status, body } = await mesh.getMesh();
      expect([status, body.code]).toEqual([503, 'unavailable']);
      expect(body.error).toContain('get /readyz');
    });

    it('is not believed over what was known before', async () => {
      expect((await mesh.getMesh()).status).toBe(200);
      startingUp();
      expect((await mesh.getMesh()).status).toBe(503);
    });

    it('waits for it to be ready', async () => {
      mesh.cluster.inject({ match: /^\/readyz/, status: 500, times: 2 });
      expect((await mesh.getMesh()).status).toBe(200);
    });

    it('is asked about it only when discovery has changed', async () => {
      await mesh.getMesh();
      await mesh.getMesh();
      expect(askedReady()).toHaveLength(1);

      const body = aggregated([version('v1', ['Broker', 'Trigger'])]);
      mesh.cluster.inject({ match: /^\/apis$/, status: 200, body });
      await mesh.getMesh();
      expect(askedReady()).toHaveLength(2);
    });

    it.each([403, 404])('believes discovery if it answers %i', async status => {
      mesh.cluster.inject({ match: /^\/readyz/, status });
      expect((await mesh.getMesh()).status).toBe(200);
    });
  });

  describe('of Kubernetes before 1.27', () => {
    const discover = (others: string[] = []) => {
      const eventing = {
        name: 'eventing.knative.dev',
        versions: [{ version: 'v1' }, { version: 'v1beta2' }],
      };
      const more = others.map(name => ({
        name,
        versions: [{ version: 'v1' }],
      }));
      const documents = {
        '/apis': { kind: 'APIGroupList', groups: [eventing, ...more] },
        '/api': { kind: 'APIVersions', versions: ['v1'] },
      };
      for (const [path, document] of Object.entries(documents)) {
        const body = JSON.stringify(document);
        mesh.cluster.inject({
          match: new RegExp(`^${path}$`),
          status: 200,
          body,
        });
      }
    };

    it('asks for each version of the groups that are needed', async () => {
      discover();
      const { status, body } = await mesh.getMesh();
      expect(status).toBe(200);
      expect(body.triggers).toMatchObject([
        { subscriber: { kubernetesId: 's' } },
      ]);
      expect(asked().sort()).toEqual([
        '/api',
        '/apis',
        '/apis/eventing.knative.dev/v1',
        '/apis/eventing.knative.dev/v1beta2',
      ]);
    });

    const others = ['gauges.example.com', 'metrics.k8s.io', 'apps'];
    const gauges = /^\/apis\/gauges.example.com\/v1$/;

    it('asks for other groups in which there may be a source', async () => {
      mesh.cluster.inject({
        match: gauges,
        status: 200,
        body: JSON.stringify({
          kind: 'APIResourceList',
          resources: [
            {
              name: 'clustergauges',
              kind: 'ClusterGauge',
              namespaced: false,
              verbs: ['list'],
              categories: ['sources'],
            },
          ],
        }),
      });
      discover(others);
      const { status, body } = await mesh.getMesh();
      expect(status).toBe(200);
      expect(body.omitted).toMatchObject([{ kind: 'ClusterGauge' }]);
      expect(asked()).toContain('/apis/gauges.example.com/v1');
      expect(asked()).not.toContain('/apis/metrics.k8s.io/v1');
      expect(asked()).not.toContain('/apis/apps/v1');
    });

    it('does not fail of other groups', async () => {
      mesh.cluster.inject({ match: gauges, status: 503 });
      discover(others);
      const { status, body } = await mesh.getMesh();
      expect([status, body.omitted]).toEqual([200, []]);
    });

    it.each([500, 404])('503 if a version answers %i', async code => {
      discover();
      mesh.cluster.inject({
        match: /^\/apis\/eventing.knative.dev\/v1beta2$/,
        status: code,
      });
      expect((await mesh.getMesh()).status).toBe(503);
    });
  });

  it.each(['{}', '[]', 'null', '"text"', '{"kind":"Status"}'])(
    '503 for a document that is %s',
    async body => {
      mesh.cluster.inject({ match: /^\/apis$/, status: 200, body });
      expect((await mesh.getMesh()).status).toBe(503);
    },
  );
});
