import { as, objects, tokens } from './__testUtils__/smallMesh';
import { startTestMesh, type TestMesh } from './__testUtils__/startTestMesh';

describe('GET /v1/getEventMesh', () => {
  let mesh: TestMesh;

  beforeAll(async () => {
    mesh = await startTestMesh({ objects, tokens, deadlineSeconds: 2 });
  });
  afterAll(() => mesh.close());
  beforeEach(() => {
    mesh.cluster.clearRequests();
  });

  const ask = (query?: string, token = 'reader-token') =>
    mesh.getMesh(query, as(token));

  it('answers the mesh', async () => {
    const { status, headers, body } = await ask();
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'Authorization',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(body.eventTypes).toMatchObject([
      { namespace: 'cart', name: 'added', consumedBy: ['stock'] },
      { namespace: 'shop', name: 'order', consumedBy: ['ledger'] },
    ]);
  });

  describe('authorization', () => {
    it.each([
      undefined,
      'Basic dXNlcjpwYXNz',
      'Bearer',
      'Bearer two words',
      'reader-token',
    ])('401 for %j, before Kubernetes is asked', async authorization => {
      const answer = await mesh.getMesh(
        '',
        authorization === undefined ? {} : { authorization },
      );
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect(answer.body.code).toBe('unauthorized');
      expect(mesh.cluster.requests).toHaveLength(0);
    });

    it('401 when Kubernetes says so', async () => {
      const answer = await ask('', 'expired-token');
      expect(answer.status).toBe(401);
      expect(answer.body.error).toMatch(/does not accept the token/);
    });

    it('takes the scheme in any case', async () => {
      const headers = { authorization: 'bEARER reader-token' };
      expect((await mesh.getMesh('', headers)).status).toBe(200);
    });

    it('takes a token of 40 KB', async () => {
      const answer = await ask('', 'x'.repeat(40_000));
      // The cluster got it, and does not know it.
      expect(answer.body.error).toMatch(/does not accept the token/);
    });

    it('431 for headers of more than 64 KB', async () => {
      expect((await ask('', 'x'.repeat(70_000))).status).toBe(431);
    });

    it('forwards nothing but Authorization', async () => {
      const answer = await mesh.getMesh('', {
        ...as('nothing-token'),
        'impersonate-user': 'admin',
        'impersonate-group': 'system:masters',
      });
      expect(answer.status).toBe(403);
      expect(new Set(mesh.cluster.requests.map(({ user }) => user))).toEqual(
        new Set(['nothing-token']),
      );
    });
  });

  describe('rights', () => {
    it('403 for a token without rights, with the rule to add', async () => {
      const { status, body } = await ask('', 'nothing-token');
      expect(status).toBe(403);
      expect(body).toEqual({
        code: 'forbidden',
        error: [
          "The token may not list brokers, eventtypes, triggers (eventing.knative.dev) in all namespaces. Add to a ClusterRole, and bind it to the token's user:",
          '- apiGroups: ["eventing.knative.dev"]',
          '  resources: ["brokers", "eventtypes", "triggers"]',
          '  verbs: ["list"]',
          'Or ask for single namespaces with ?namespace=.',
        ].join('\n'),
      });
    });

    it('403 when one of the three kinds may not be listed', async () => {
      const { status, body } = await ask('', 'no-triggers-token');
      expect(status).toBe(403);
      expect(body.error).toContain('resources: ["triggers"]');
    });

    it('403 for all namespaces when the token is for one', async () => {
      expect((await ask('', 'shop-token')).status).toBe(403);
    });

    it('403 when every namespace in scope is refused', async () => {
      const { status, body } = await ask('?namespace=cart', 'shop-token');
      expect(status).toBe(403);
      expect(body.error).toMatch(/in namespace cart\. Add to a Role/);
    });

    it('leaves out a namespace that is refused, and says so', async () => {
      const query = '?namespace=shop&namespace=cart';
      const { status, body } = await ask(query, 'shop-token');
      expect(status).toBe(200);
      expect(body.brokers).toMatchObject([{ namespace: 'shop' }]);
      expect(body.omitted).toContainEqual({
        namespace: 'cart',
        reason: 'forbidden',
        message: expect.stringMatching(
          /may not list brokers, eventtypes, triggers .* in namespace cart/,
        ),
      });
    });

    it('leaves out a kind of subscriber that is refused, and says so', async () => {
      const { status, body } = await ask('', 'mesh-only-token');
      expect(status).toBe(200);
      expect(body.triggers).toMatchObject([
        { subscriber: { found: 'unknown' } },
        { subscriber: { found: 'unknown' } },
      ]);
      expect(
        body.omitted.filter(
          ({ reason }: { reason: string }) => reason === 'forbidden',
        ),
      ).toMatchObject([
        { group: '', kind: 'Service', namespace: 'cart' },
        { group: '', kind: 'Service', namespace: 'shop' },
      ]);
      expect(body.eventTypes).toMatchObject([
        { consumedBy: [], consumers: [{ match: 'yes' }] },
        { consumedBy: [], consumers: [{ match: 'yes' }] },
      ]);
    });

    it('403 when discovery may not be read', async () => {
      const undo = mesh.cluster.inject({ match: /^\/apis$/, status: 403 });
      const { status, body } = await ask();
      undo();
      expect(status).toBe(403);
      expect(body.error).toContain('nonResourceURLs: ["/apis"]');
    });
  });

  describe('scope', () => {
    it('asks Kubernetes for the namespaces in scope only', async () => {
      const { body } = await ask('?namespace=shop');
      expect(body.eventTypes).toMatchObject([{ namespace: 'shop' }]);
      expect(mesh.takeLists()).toEqual([
        '/api/v1/namespaces/shop/services?labelSelector=backstage.io%2Fkubernetes-id',
        '/apis/eventing.knative.dev/v1/namespaces/shop/brokers',
        '/apis/eventing.knative.dev/v1/namespaces/shop/triggers',
        '/apis/eventing.knative.dev/v1alpha1/namespaces/shop/eventpolicies',
        '/apis/eventing.knative.dev/v1alpha1/namespaces/shop/eventtransforms',
        '/apis/eventing.knative.dev/v1alpha1/namespaces/shop/kafkasinks',
        '/apis/eventing.knative.dev/v1alpha1/namespaces/shop/requestreplies',
        '/apis/eventing.knative.dev/v1beta2/namespaces/shop/eventtypes',
        '/apis/flows.knative.dev/v1/namespaces/shop/parallels',
        '/apis/flows.knative.dev/v1/namespaces/shop/sequences',
        '/apis/messaging.knative.dev/v1/namespaces/shop/channels',
        '/apis/messaging.knative.dev/v1/namespaces/shop/inmemorychannels',
        '/apis/messaging.knative.dev/v1/namespaces/shop/subscriptions',
        '/apis/messaging.knative.dev/v1beta1/namespaces/shop/kafkachannels',
        '/apis/sinks.knative.dev/v1alpha1/namespaces/shop/integrationsinks',
        '/apis/sinks.knative.dev/v1alpha1/namespaces/shop/jobsinks',
        '/apis/sources.knative.dev/v1/namespaces/shop/apiserversources',
        '/apis/sources.knative.dev/v1/namespaces/shop/containersources',
        '/apis/sources.knative.dev/v1/namespaces/shop/pingsources',
        '/apis/sources.knative.dev/v1/namespaces/shop/sinkbindings',
        '/apis/sources.knative.dev/v1alpha1/namespaces/shop/integrationsources',
        '/apis/sources.knative.dev/v1alpha1/namespaces/shop/rabbitmqsources',
        '/apis/sources.knative.dev/v1beta1/namespaces/shop/kafkasources',
      ]);
    });

    it('a namespace that does not exist has nothing in it', async () => {
      const { status, body } = await ask('?namespace=nowhere');
      expect([status, body.brokers]).toEqual([200, []]);
    });

    it.each(['?namespace=UPPER', '?namespace=', '?limit=1'])(
      '400 for %s',
      async query => {
        const { status, body } = await ask(query);
        expect([status, body.code]).toEqual([400, 'badRequest']);
        expect(mesh.cluster.requests).toHaveLength(0);
      },
    );
  });

  describe('what has not changed', () => {
    it('has the same bytes, and gets 304', async () => {
      const [first, second] = [await ask(), await ask()];
      expect(second.text).toBe(first.text);
      const etag = String(first.headers.etag);
      const third = await mesh.getMesh('', {
        ...as('reader-token'),
        'if-none-match': etag,
      });
      expect([third.status, third.text]).toEqual([304, '']);
      expect(third.headers.etag).toBe(etag);
    });

    it('is not 304 for a token without rights', async () => {
      const etag = String((await ask()).headers.etag);
      const headers = { ...as('nothing-token'), 'if-none-match': etag };
      expect((await mesh.getMesh('', headers)).status).toBe(403);
    });
  });

  describe('other routes', () => {
    it.each(['/', '/v1/geteventmesh', '/v1/getEventMesh/x', '/metrics'])(
      '404 in JSON for %s',
      async path => {
        const { status, body } = await mesh.get(path, as('reader-token'));
        expect([status, body.code]).toEqual([404, 'notFound']);
      },
    );

    it('/livez does not ask Kubernetes', async () => {
      const { status } = await mesh.get('/livez');
      expect(status).toBe(200);
      expect(mesh.cluster.requests).toHaveLength(0);
    });

    it('/readyz makes a handshake and asks nothing', async () => {
      const { status, body } = await mesh.get('/readyz');
      expect([status, body]).toEqual([200, { status: 'ready' }]);
      expect(mesh.cluster.requests).toHaveLength(0);
    });
  });

  it('has written no token, good or malformed, anywhere', () => {
    const logged = mesh.logged();
    expect(logged).toContain('/v1/getEventMesh');
    for (const secret of [
      ...Object.keys(tokens),
      'expired-token',
      'dXNlcjpwYXNz',
      'two words',
      'xxxxxxxxxx',
    ]) {
      expect(logged).not.toContain(secret);
    }
  });
});
