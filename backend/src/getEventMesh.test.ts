import { setTimeout } from 'node:timers/promises';
import { request } from 'undici';
import {
  broker,
  eventType,
  knativeService,
  ofType,
  service,
  trigger,
} from './__testUtils__/objects';
import {
  meshReader,
  serviceReader,
  startTestMesh,
  type TestMesh,
} from './__testUtils__/startTestMesh';

const objects = [
  broker('shop/default', 'MTChannelBasedBroker'),
  broker('cart/default', 'MTChannelBasedBroker'),
  eventType('shop/order', 'com.acme.order', 'default'),
  eventType('cart/added', 'com.acme.added', 'default'),
  trigger('shop/orders', 'default', 'Service/ledger', ofType('com.acme.order')),
  trigger('cart/added', 'default', 'Service/stock', ofType('com.acme.added')),
  service('shop/ledger', { label: 'ledger' }),
  service('cart/stock', { label: 'stock' }),
];

const tokens = {
  'reader-token': [meshReader(), serviceReader()],
  'nothing-token': [],
  'no-triggers-token': [
    {
      apiGroups: ['eventing.knative.dev'],
      resources: ['brokers', 'eventtypes'],
      verbs: ['list'],
    },
  ],
  'shop-token': [meshReader(['shop']), serviceReader(['shop'])],
  'mesh-only-token': [meshReader()],
};
const as = (token: string) => ({ authorization: `Bearer ${token}` });

/** Path, with query, of the list of one kind. */
const listOf = (plural: string) => new RegExp(`/${plural}(\\?|$)`);

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
      // 431 of the embedded cluster, not of the service.
      expect(answer.body.error).toMatch(
        /^Kubernetes gave an unexpected answer/,
      );
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
        '/apis/eventing.knative.dev/v1beta2/namespaces/shop/eventtypes',
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

  describe('faults that pass', () => {
    const passing = [
      ['429', { status: 429 }],
      ['429 in plain text', { status: 429, body: 'Too many requests' }],
      ['500', { status: 500 }],
      ['503', { status: 503 }],
      ['504', { status: 504 }],
      ['a reset connection', { resetConnection: true }],
      ['a cut body', { cutBodyAfterBytes: 10 }],
      ['a body that is no JSON', { status: 200, body: '<html>' }],
      ['half a document', { status: 200, body: '{"items": [' }],
      ['a document without items', { body: '{}' }],
      ['items that are no list', { body: '{"items": {}}' }],
      [
        'a list that has more pages',
        { body: '{"metadata": {"continue": "x"}, "items": []}' },
      ],
    ] as const;
    const places = [
      ['/apis', /^\/apis$/],
      ['brokers', listOf('brokers')],
      ['eventtypes', listOf('eventtypes')],
      ['triggers', listOf('triggers')],
      ['services', listOf('services')],
    ] as const;
    const table = passing.flatMap(([fault, how]) =>
      places
        // Items are no part of discovery.
        .filter(([place]) => place !== '/apis' || !fault.includes('items'))
        .filter(([place]) => place !== '/apis' || !fault.includes('pages'))
        .map(([place, match]) => [fault, place, match, how] as const),
    );

    it.each(table)('%s of %s once: 200', async (_f, _p, match, fault) => {
      const undo = mesh.cluster.inject({ match, ...fault, times: 1 });
      const answer = await ask();
      undo();
      expect(answer.status).toBe(200);
      expect(answer.body.eventTypes).toHaveLength(2);
    });

    it.each(table)(
      '%s of %s for good: 503 that names it',
      async (_fault, place, match, fault) => {
        const undo = mesh.cluster.inject({ match, ...fault });
        const { status, headers, body } = await ask();
        undo();
        expect([status, body.code]).toEqual([503, 'unavailable']);
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        expect(body.error).toContain(place);
        expect(Object.keys(body)).toEqual(['error', 'code']);
      },
    );

    it.each([404, 410, 400])('%i of a list: 503', async code => {
      const undo = mesh.cluster.inject({
        match: listOf('triggers'),
        status: code,
      });
      const { status } = await ask();
      undo();
      expect(status).toBe(503);
    });

    it('waits as long as Kubernetes asks', async () => {
      const undo = mesh.cluster.inject({
        match: listOf('brokers'),
        status: 429,
        headers: { 'Retry-After': '1' },
        times: 1,
      });
      const start = performance.now();
      const { status } = await ask();
      undo();
      expect(status).toBe(200);
      expect(performance.now() - start).toBeGreaterThan(990);
    });

    it('does not wait beyond the deadline, and passes the wish on', async () => {
      const undo = mesh.cluster.inject({
        match: listOf('brokers'),
        status: 429,
        headers: { 'Retry-After': '30' },
      });
      const start = performance.now();
      const { status, headers } = await ask();
      undo();
      expect([status, headers['retry-after']]).toEqual([503, '30']);
      expect(performance.now() - start).toBeLessThan(1000);
    });
  });

  describe('time', () => {
    it.each(['brokers', 'services'])(
      '504 at the deadline when %s are slow',
      async plural => {
        const undo = mesh.cluster.inject({
          match: listOf(plural),
          latencyMs: 10_000,
        });
        const start = performance.now();
        const { status, headers, body } = await ask();
        undo();
        expect([status, body.code]).toEqual([504, 'timeout']);
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        expect(body.error).toContain(`list ${plural}`);
        expect(performance.now() - start).toBeLessThan(2_500);
      },
    );

    it('stops when the caller has gone', async () => {
      const undo = mesh.cluster.inject({
        match: listOf('brokers'),
        latencyMs: 300,
      });
      const caller = new AbortController();
      const answer = request(`${mesh.url}/v1/getEventMesh`, {
        headers: as('reader-token'),
        signal: caller.signal,
      });
      await setTimeout(100);
      caller.abort();
      await expect(answer).rejects.toThrow();
      await setTimeout(500);
      undo();
      // What would have been asked after the brokers was not.
      expect(mesh.takeLists().join()).not.toContain('services');
      expect(mesh.logged()).toMatch(/"clientGone":true/);
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

describe('a cluster without Knative', () => {
  it.each([
    [['eventing.knative.dev'], /does not have Broker, EventType, Trigger/],
    [['eventtypes.eventing.knative.dev'], /does not have EventType \(/],
    [['triggers.eventing.knative.dev'], /does not have Trigger \(/],
  ])('424 without %s', async (without, message) => {
    const mesh = await startTestMesh({ objects: [], without });
    const { status, body } = await mesh.getMesh();
    await mesh.close();
    expect([status, body.code]).toEqual([424, 'notInstalled']);
    expect(body.error).toMatch(message);
  });

  it('an optional kind that is not installed is no omission', async () => {
    const without = [
      'messaging.knative.dev',
      'sources.knative.dev',
      'serving.knative.dev',
    ];
    const mesh = await startTestMesh({
      objects: [
        trigger('shop/t', 'default', 'KnativeService/gone'),
        broker('shop/default'),
      ],
      without,
    });
    const { status, body } = await mesh.getMesh();
    await mesh.close();
    expect([status, body.omitted]).toEqual([200, []]);
    expect(body.triggers[0].subscriber.found).toBe('no');
  });
});

describe('a cluster that cannot be reached', () => {
  it('503, not ready, but alive', async () => {
    const mesh = await startTestMesh({ objects: [] });
    await mesh.cluster.close();
    const answers = [
      await mesh.getMesh(),
      await mesh.get('/readyz'),
      await mesh.get('/livez'),
    ];
    await mesh.close();
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(answers[0].body.error).toMatch(/cannot be reached/);
    expect(answers[1].body.reason).toMatch(/No TLS connection/);
  });

  it('503 and not ready when its certificate does not verify', async () => {
    const mesh = await startTestMesh({ objects: [] });
    const other = await startTestMesh({ objects: [], caOf: mesh.cluster });
    const answers = [await other.getMesh(), await other.get('/readyz')];
    await Promise.all([mesh.close(), other.close()]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    expect(answers[0].body.error).toMatch(/certificate.*KUBERNETES_CA_FILE/);
    expect(other.cluster.requests).toHaveLength(0);
  });
});

it('503 for an answer of 200 MB', async () => {
  const mesh = await startTestMesh({ objects });
  mesh.cluster.inject({
    match: listOf('triggers'),
    body: ' '.repeat(200 * 1024 * 1024),
  });
  const { status, body } = await mesh.getMesh();
  await mesh.close();
  expect(status).toBe(503);
  expect(body.error).toMatch(/too large to list triggers/);
});

describe('objects that are malformed', () => {
  it('are left out, with a finding', async () => {
    const mesh = await startTestMesh({
      objects: [
        broker('shop/default'),
        { ...trigger('shop/bad', 'default', 'Service/x'), spec: { broker: 7 } },
        eventType('shop/good', 'order', 'default'),
        eventType('shop/bad', '', 'default'),
        knativeService('shop/x'),
      ],
    });
    const { status, body } = await mesh.getMesh();
    await mesh.close();
    expect(status).toBe(200);
    expect(body.triggers).toEqual([]);
    expect(body.eventTypes).toMatchObject([{ name: 'good', consumers: [] }]);
    expect(body.findings).toMatchObject([
      {
        code: 'malformedObject',
        object: { kind: 'EventType', namespace: 'shop', name: 'bad' },
        message: 'EventType shop/bad is left out: type is missing.',
      },
      {
        code: 'malformedObject',
        object: { kind: 'Trigger', namespace: 'shop', name: 'bad' },
        message: 'Trigger shop/bad is left out: broker is not text.',
      },
    ]);
  });
});
