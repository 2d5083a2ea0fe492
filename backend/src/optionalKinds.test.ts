import { anyObject, broker, ofType, trigger } from './__testUtils__/objects';
import {
  addOtherKinds,
  listBody,
  otherGroup,
} from './__testUtils__/otherKinds';
import { as } from './__testUtils__/smallMesh';
import {
  brokerReader,
  meshReader,
  optionalKinds,
  serviceReader,
  startTestMesh,
  type Answer,
  type TestMesh,
} from './__testUtils__/startTestMesh';

const toBroker = {
  sink: {
    ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'b' },
  },
};
const toService = {
  subscriber: { ref: { apiVersion: 'v1', kind: 'Service', name: 'gone' } },
};
const channelRef = {
  apiVersion: 'messaging.knative.dev/v1',
  kind: 'Channel',
  name: 'orders',
};

/** One object of each optional kind, and the part of the answer it belongs to. */
const eachKind = [
  ['subscribables', 'messaging', 'v1', 'Channel', {}],
  ['subscribables', 'messaging', 'v1', 'InMemoryChannel', {}],
  ['subscribables', 'messaging', 'v1beta1', 'KafkaChannel', {}],
  [
    'subscriptions',
    'messaging',
    'v1',
    'Subscription',
    { channel: channelRef, ...toService },
  ],
  ['sources', 'sources', 'v1', 'ApiServerSource', toBroker],
  ['sources', 'sources', 'v1', 'ContainerSource', toBroker],
  ['sources', 'sources', 'v1', 'PingSource', toBroker],
  [
    'sources',
    'sources',
    'v1',
    'SinkBinding',
    {
      ...toBroker,
      subject: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app' },
    },
  ],
  ['sources', 'sources', 'v1beta1', 'KafkaSource', toBroker],
  ['sources', 'sources', 'v1alpha1', 'IntegrationSource', toBroker],
  ['sources', 'sources', 'v1alpha1', 'RabbitmqSource', toBroker],
  ['sinks', 'sinks', 'v1alpha1', 'JobSink', {}],
  ['sinks', 'sinks', 'v1alpha1', 'IntegrationSink', {}],
  ['sinks', 'eventing', 'v1alpha1', 'KafkaSink', { topic: 't' }],
  ['flows', 'flows', 'v1', 'Sequence', { steps: [] }],
  ['flows', 'flows', 'v1', 'Parallel', { branches: [] }],
  ['flows', 'eventing', 'v1alpha1', 'EventTransform', {}],
  [
    'flows',
    'eventing',
    'v1alpha1',
    'RequestReply',
    { brokerRef: toBroker.sink.ref },
  ],
  ['policies', 'eventing', 'v1alpha1', 'EventPolicy', {}],
] as const;

const pluralOf = (kind: string) =>
  `${kind.toLowerCase()}s`.replace(/ys$/, 'ies');
const objects = [
  broker('shop/b'),
  broker('cart/b'),
  trigger('shop/t', 'b', undefined, ofType('order')),
  ...eachKind.map(([, area, version, kind, spec]) =>
    anyObject(
      `${area}.knative.dev/${version}`,
      kind,
      `shop/${kind === 'Channel' ? 'orders' : 'x'}`,
      { spec },
    ),
  ),
];
const gauge = {
  kind: 'GaugeSource',
  plural: 'gaugesources',
  categories: ['all', 'sources'],
};
const gauges = listBody([
  anyObject(`${otherGroup}/v1`, 'GaugeSource', 'shop/pressure', {
    spec: toBroker,
  }),
]);

const others = {
  apiGroups: [otherGroup],
  resources: ['*'],
  verbs: ['list'],
};
const apps = { apiGroups: ['apps'], resources: ['*'], verbs: ['list'] };
const tokens = {
  all: [meshReader(), serviceReader(), apps, others],
  'brokers-only': [brokerReader(), serviceReader(), apps],
  'shop-only': [brokerReader(), meshReader(['shop']), serviceReader(), apps],
  'not-cart': [meshReader(['shop']), serviceReader(), apps],
};

type Part = Record<string, unknown>[];
const partOf = ({ body }: Answer, part: string): Part => body[part] ?? [];
const kindsIn = (answer: Answer, part: string) =>
  partOf(answer, part).map(({ kind }) => kind);
const omittedOf = ({ body }: Answer) =>
  body.omitted.map(
    ({ kind, namespace, reason }: Record<string, string>) =>
      `${kind} in ${namespace}: ${reason}`,
  );

describe('kinds that the mesh can do without', () => {
  let mesh: TestMesh;
  beforeAll(async () => {
    mesh = await startTestMesh({ objects, tokens, deadlineSeconds: 3 });
  });
  afterAll(() => mesh.close());

  const ask = (query = '', token = 'all') => mesh.getMesh(query, as(token));

  it('are read', async () => {
    const answer = await ask();
    expect([answer.status, answer.body.omitted]).toEqual([200, []]);
    for (const part of ['subscribables', 'sources', 'sinks', 'flows']) {
      const kinds = eachKind.filter(([of]) => of === part);
      expect(kindsIn(answer, part).sort()).toEqual(
        kinds.map(([, , , kind]) => kind).sort(),
      );
    }
    expect(partOf(answer, 'subscriptions')).toHaveLength(1);
    expect(partOf(answer, 'policies')).toHaveLength(1);
  });

  it('are read in the version in which they are stored', async () => {
    await ask();
    const lists = mesh.takeLists().join('\n');
    for (const [, area, version, kind] of eachKind) {
      expect(lists).toContain(
        `/apis/${area}.knative.dev/${version}/${pluralOf(kind)}`,
      );
    }
  });

  it('are not looked up again where something refers to them', async () => {
    const odd = await startTestMesh({
      objects: [
        ...objects,
        trigger('shop/to-channel', 'b', { subscriber: { ref: channelRef } }),
        trigger('shop/to-nothing', 'b', {
          subscriber: { ref: { ...channelRef, name: 'gone' } },
        }),
      ],
    });
    const answer = await odd.getMesh();
    const lists = odd.takeLists().filter(path => /\/channels/.test(path));
    await odd.close();
    const found = (name: string) =>
      partOf(answer, 'triggers').find(({ name: other }) => other === name)
        ?.subscriber;
    expect(lists).toEqual(['/apis/messaging.knative.dev/v1/channels']);
    expect(found('to-channel')).toMatchObject({ found: 'yes' });
    expect(found('to-nothing')).toMatchObject({ found: 'no' });
  });

  it('are looked up out of scope, where they are not read', async () => {
    const odd = await startTestMesh({
      objects: [
        ...objects,
        trigger('cart/to-channel', 'b', {
          subscriber: { ref: { ...channelRef, namespace: 'shop' } },
        }),
      ],
    });
    const answer = await odd.getMesh('?namespace=cart');
    await odd.close();
    expect(answer.body.triggers).toMatchObject([
      { subscriber: { found: 'yes' } },
    ]);
  });

  it('do not cost more requests with more objects', async () => {
    const [few] = [await ask(), mesh.takeLists()].slice(1);
    const many = await startTestMesh({
      objects: [
        ...objects,
        ...Array.from({ length: 50 }, (_, index) =>
          anyObject('messaging.knative.dev/v1', 'Channel', `shop/c${index}`),
        ),
        ...Array.from({ length: 50 }, (_, index) =>
          anyObject(
            'messaging.knative.dev/v1',
            'Subscription',
            `shop/s${index}`,
            {
              spec: {
                channel: { ...channelRef, name: `c${index}` },
                ...toService,
              },
            },
          ),
        ),
      ],
    });
    const answer = await many.getMesh();
    const lists = many.takeLists();
    await many.close();
    expect(partOf(answer, 'subscriptions')).toHaveLength(51);
    expect(lists).toEqual(few);
  });

  it('one that is malformed is left out alone, with a finding', async () => {
    const odd = await startTestMesh({
      objects: [
        ...objects,
        anyObject('messaging.knative.dev/v1', 'Subscription', 'shop/bad', {
          spec: { channel: 7 },
        }),
      ],
    });
    const answer = await odd.getMesh();
    await odd.close();
    expect([answer.status, answer.body.omitted]).toEqual([200, []]);
    expect(partOf(answer, 'subscriptions')).toMatchObject([{ name: 'x' }]);
    expect(answer.body.findings).toContainEqual(
      expect.objectContaining({
        code: 'malformedObject',
        object: {
          group: 'messaging.knative.dev',
          kind: 'Subscription',
          namespace: 'shop',
          name: 'bad',
        },
      }),
    );
  });

  it('are no omission where they are not installed', async () => {
    const without = await startTestMesh({
      objects: [],
      without: optionalKinds,
    });
    const answer = await without.getMesh();
    const lists = without.takeLists();
    await without.close();
    expect([answer.status, answer.body.omitted]).toEqual([200, []]);
    expect(partOf(answer, 'subscribables')).toEqual([]);
    expect(lists).toHaveLength(3);
  });

  describe('that are forbidden', () => {
    const everyKind = eachKind.map(([, , , kind]) => kind).sort();

    it('everywhere: 200, and each stands in omitted', async () => {
      const answer = await ask('', 'brokers-only');
      expect(answer.status).toBe(200);
      expect(partOf(answer, 'triggers')).toHaveLength(1);
      expect(omittedOf(answer).sort()).toEqual(
        everyKind.map(kind => `${kind} in undefined: forbidden`),
      );
      expect(answer.body.omitted).toContainEqual({
        group: 'flows.knative.dev',
        kind: 'Sequence',
        reason: 'forbidden',
        message: expect.stringContaining(
          [
            'Add to a ClusterRole:',
            '- apiGroups: ["flows.knative.dev"]',
            '  resources: ["sequences"]',
          ].join('\n'),
        ),
      });
    });

    it('in some namespaces: those are named', async () => {
      const query = '?namespace=shop&namespace=cart';
      const answer = await ask(query, 'shop-only');
      expect(answer.status).toBe(200);
      expect(partOf(answer, 'subscriptions')).toHaveLength(1);
      expect(omittedOf(answer).sort()).toEqual(
        everyKind.map(kind => `${kind} in cart: forbidden`),
      );
    });

    it('are not named in a namespace that is left out whole', async () => {
      const query = '?namespace=shop&namespace=cart';
      const answer = await ask(query, 'not-cart');
      expect(omittedOf(answer)).toEqual(['undefined in cart: forbidden']);
    });

    it('are not asked for again by what refers to them', async () => {
      const odd = await startTestMesh({
        objects: [
          ...objects,
          trigger('shop/to-channel', 'b', { subscriber: { ref: channelRef } }),
        ],
        tokens,
      });
      const answer = await odd.getMesh('', as('brokers-only'));
      const lists = odd.takeLists().filter(path => /\/channels/.test(path));
      await odd.close();
      expect(lists).toEqual(['/apis/messaging.knative.dev/v1/channels']);
      expect(answer.body.triggers[1].subscriber).toMatchObject({
        found: 'unknown',
      });
      expect(omittedOf(answer)).toHaveLength(everyKind.length);
    });

    it('are read as soon as they are allowed', async () => {
      const undo = mesh.cluster.inject({ match: /\/sequences/, status: 403 });
      const during = await ask();
      undo();
      expect(omittedOf(during)).toEqual(['Sequence in undefined: forbidden']);
      expect((await ask()).body.omitted).toEqual([]);
    });
  });

  describe("that are Knative's own", () => {
    const faults = [
      ['429', { status: 429 }],
      ['500', { status: 500 }],
      ['a cut body', { cutBodyAfterBytes: 10 }],
    ] as const;
    const places = eachKind.map(([, , , kind]) => pluralOf(kind));
    const table = faults.flatMap(([fault, how]) =>
      places.map(plural => [fault, plural, how] as const),
    );

    it.each(table)('%s of %s once: 200', async (_, plural, fault) => {
      const match = new RegExp(`/${plural}$`);
      mesh.cluster.inject({ match, ...fault, times: 1 });
      const { status, body } = await ask();
      expect([status, body.omitted]).toEqual([200, []]);
    });

    it.each(table)('%s of %s for good: 503', async (_, plural, fault) => {
      const match = new RegExp(`/${plural}$`);
      const undo = mesh.cluster.inject({ match, ...fault });
      const { status, body } = await ask();
      undo();
      expect([status, body.code]).toEqual([503, 'unavailable']);
      expect(body.error).toContain(`list ${plural}`);
    });

    it('504 when one is slow', async () => {
      const undo = mesh.cluster.inject({
        match: /\/sequences$/,
        latencyMs: 10_000,
      });
      const { status, body } = await ask();
      undo();
      expect([status, body.code]).toEqual([504, 'timeout']);
      expect(body.error).toContain('list sequences');
    });
  });
});

describe("kinds that are somebody else's", () => {
  let mesh: TestMesh;
  beforeEach(async () => {
    mesh = await startTestMesh({ objects, tokens, deadlineSeconds: 3 });
  });
  afterEach(() => mesh.close());

  const ask = (query = '', token = 'admin') => mesh.getMesh(query, as(token));
  const list = new RegExp(`/${otherGroup}/v1/.*gaugesources$`);
  const serveGauges = () =>
    mesh.cluster.inject({ match: list, status: 200, body: gauges });
  const gaugesIn = (answer: Answer) =>
    partOf(answer, 'sources').filter(({ kind }) => kind === 'GaugeSource');

  it('are found by their category, in any group', async () => {
    await addOtherKinds(mesh.cluster, [gauge]);
    serveGauges();
    const answer = await ask();
    expect([answer.status, answer.body.omitted]).toEqual([200, []]);
    expect(gaugesIn(answer)).toMatchObject([
      { group: otherGroup, namespace: 'shop', name: 'pressure' },
    ]);
  });

  it('are read in one version, the first of the server', async () => {
    await addOtherKinds(mesh.cluster, [
      { ...gauge, versions: ['v1', 'v1beta1'] },
    ]);
    serveGauges();
    await ask();
    const lists = mesh.takeLists().filter(path => path.includes(otherGroup));
    expect(lists).toEqual([`/apis/${otherGroup}/v1/gaugesources`]);
  });

  it.each<[string, object]>([
    ['without namespaces', { scope: 'Cluster' }],
    ['that cannot be listed', { verbs: ['get'] }],
  ])('stand in omitted %s', async (_, how) => {
    await addOtherKinds(mesh.cluster, [{ ...gauge, ...how }]);
    const answer = await ask();
    expect(omittedOf(answer)).toEqual([
      'GaugeSource in undefined: unsupported',
    ]);
  });

  it('stand in omitted when they are forbidden', async () => {
    await addOtherKinds(mesh.cluster, [gauge]);
    const answer = await ask('', 'brokers-only');
    expect(omittedOf(answer)).toContain('GaugeSource in undefined: forbidden');
  });

  describe.each<[string, object]>([
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['404', { status: 404 }],
    ['a reset connection', { resetConnection: true }],
    ['a cut body', { cutBodyAfterBytes: 10 }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['no answer in time', { latencyMs: 10_000 }],
  ])('that are out of order: %s', (_, fault) => {
    it('200 without them, and they stand in omitted', async () => {
      await addOtherKinds(mesh.cluster, [gauge]);
      const undo = mesh.cluster.inject({ match: list, ...fault });
      const [first, second] = [await ask(), await ask()];
      undo();
      expect(first.status).toBe(200);
      expect(partOf(first, 'triggers')).toHaveLength(1);
      expect(gaugesIn(first)).toEqual([]);
      expect(omittedOf(first)).toEqual([
        'GaugeSource in undefined: unavailable',
      ]);
      expect(second.text).toBe(first.text);
    });

    it('are read again as soon as they can be', async () => {
      const uninstall = await addOtherKinds(mesh.cluster, [gauge]);
      const broken = mesh.cluster.inject({ match: list, ...fault });
      await ask();
      broken();
      serveGauges();
      const after = await ask();
      expect([after.status, after.body.omitted]).toEqual([200, []]);
      expect(gaugesIn(after)).toHaveLength(1);
      uninstall();
      expect((await ask()).body.omitted).toEqual([]);
    });
  });

  it('are waited for if that passes', async () => {
    await addOtherKinds(mesh.cluster, [gauge]);
    serveGauges();
    mesh.cluster.inject({ match: list, status: 500, times: 1 });
    expect(gaugesIn(await ask())).toHaveLength(1);
  });

  it('are a reason to fail where something is delivered to them', async () => {
    const channel = {
      kind: 'GaugeChannel',
      plural: 'gaugechannels',
      categories: ['channel'],
    };
    const odd = await startTestMesh({
      objects: [
        ...objects,
        trigger('shop/to-gauge', 'b', {
          subscriber: {
            ref: {
              apiVersion: `${otherGroup}/v1`,
              kind: 'GaugeChannel',
              name: 'x',
            },
          },
        }),
      ],
    });
    await addOtherKinds(odd.cluster, [channel]);
    odd.cluster.inject({ match: /\/gaugechannels/, status: 503 });
    const { status, body } = await odd.getMesh();
    await odd.close();
    expect([status, body.code]).toEqual([503, 'unavailable']);
    expect(body.error).toContain('list gaugechannels');
  });

  it('401 is not taken for an outage', async () => {
    await addOtherKinds(mesh.cluster, [gauge]);
    mesh.cluster.inject({ match: list, status: 401 });
    expect((await ask()).status).toBe(401);
  });

  describe('in a group that is stale', () => {
    it('do not matter where none of them is known', async () => {
      await addOtherKinds(
        mesh.cluster,
        [{ ...gauge, categories: [] }],
        'Stale',
      );
      const { status, body } = await ask();
      expect([status, body.omitted]).toEqual([200, []]);
    });

    it('are asked for where they were known before', async () => {
      await addOtherKinds(mesh.cluster, [gauge], 'Stale');
      mesh.cluster.inject({ match: list, status: 503, times: 3 });
      const during = await ask();
      expect(omittedOf(during)).toEqual([
        'GaugeSource in undefined: unavailable',
      ]);
      serveGauges();
      expect(gaugesIn(await ask())).toHaveLength(1);
    });
  });

  it("503 while one of Knative's own groups is stale", async () => {
    const sources = 'sources.knative.dev';
    mesh.cluster.inject({
      match: /^\/apis$/,
      status: 200,
      body: JSON.stringify({
        kind: 'APIGroupDiscoveryList',
        items: [
          {
            metadata: { name: sources },
            versions: [{ version: 'v1', freshness: 'Stale', resources: [] }],
          },
        ],
      }),
    });
    const { status, body } = await ask();
    expect([status, body.code]).toEqual([503, 'unavailable']);
    expect(body.error).toContain(sources);
  });
});
