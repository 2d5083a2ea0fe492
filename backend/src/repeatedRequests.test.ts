import { setTimeout } from 'node:timers/promises';
import { request } from 'undici';
import { addOtherKinds } from './__testUtils__/otherKinds';
import {
  broker,
  eventType,
  ofType,
  service,
  trigger,
} from './__testUtils__/objects';
import { as } from './__testUtils__/smallMesh';
import {
  meshReader,
  optionalKinds,
  serviceReader,
  startTestMesh,
  type TestMesh,
} from './__testUtils__/startTestMesh';

const labelled = '?labelSelector=backstage.io%2Fkubernetes-id';
const meshLists = [
  '/apis/eventing.knative.dev/v1/brokers',
  '/apis/eventing.knative.dev/v1/triggers',
  '/apis/eventing.knative.dev/v1beta2/eventtypes',
];
const anyList = /\/(services|brokers|triggers|eventtypes)/;
const namespaces = ['a', 'b', 'c', 'd', 'e', 'f'];
const tokens = {
  reader: [meshReader(), serviceReader()],
  narrow: [meshReader(), serviceReader(['a'])],
  blind: [meshReader()],
  nobody: [],
};

/** In each namespace a trigger to a Service, with the label only in some. */
function meshIn(some: readonly string[], withLabel: readonly string[] = []) {
  return some.flatMap(namespace => [
    broker(`${namespace}/default`),
    trigger(`${namespace}/t`, 'default', 'Service/s'),
    service(
      `${namespace}/s`,
      withLabel.includes(namespace) ? { label: namespace } : {},
    ),
  ]);
}

/** What the answer says of the subscriber of each trigger, by namespace. */
function foundIn(body: {
  triggers: { namespace: string; subscriber: { found: string } }[];
}) {
  return Object.fromEntries(
    body.triggers.map(({ namespace, subscriber }) => [
      namespace,
      subscriber.found,
    ]),
  );
}

describe('a request like the one before', () => {
  let mesh: TestMesh;
  const start = async (objects: readonly object[]) => {
    mesh = await startTestMesh({ objects, tokens, without: optionalKinds });
    await mesh.getMesh();
    mesh.takeLists();
  };
  afterEach(() => mesh.close());

  const ask = (token = 'admin', query = '') => mesh.getMesh(query, as(token));

  it('asks for all lists at once, while discovery is asked', async () => {
    await start(meshIn(namespaces));
    mesh.cluster.inject({ match: /^\/apis?$/, latencyMs: 1_000, times: 2 });
    let isAnswered = false;
    const answer = ask().finally(() => {
      isAnswered = true;
    });
    const lists = ['/api/v1/services', ...meshLists];
    const asked = () =>
      mesh.cluster.requests.filter(({ path }) => anyList.test(path)).length;
    while (asked() < lists.length && !isAnswered) {
      await setTimeout(5);
    }
    expect(isAnswered).toBe(false);
    expect(mesh.takeLists()).toEqual(lists);

    const { status, body } = await answer;
    expect(status).toBe(200);
    expect(foundIn(body)).toMatchObject({ a: 'yes', f: 'yes' });
    expect(mesh.takeLists()).toEqual([]);
  });

  it.each<[string, readonly object[], string[]]>([
    [
      'what is labelled, where that is all',
      meshIn(namespaces, namespaces),
      [`/api/v1/services${labelled}`],
    ],
    [
      'few namespaces of others besides',
      meshIn(namespaces, ['a', 'b', 'c', 'd']),
      [
        '/api/v1/namespaces/e/services',
        '/api/v1/namespaces/f/services',
        `/api/v1/services${labelled}`,
      ],
    ],
    [
      'everything once, where others are in many namespaces',
      meshIn(namespaces),
      ['/api/v1/services'],
    ],
  ])('asks for %s', async (_what, objects, lists) => {
    await start(objects);
    const { status } = await ask();
    expect(status).toBe(200);
    expect(mesh.takeLists()).toEqual([...lists, ...meshLists]);
  });

  it('gives up the list of everything when the others are gone', async () => {
    await start(meshIn(namespaces));
    await mesh.setObjects(meshIn(namespaces, namespaces));
    await ask();
    mesh.takeLists();
    await ask();
    expect(mesh.takeLists()).toEqual([
      `/api/v1/services${labelled}`,
      ...meshLists,
    ]);
  });

  it('remembers each scope on its own', async () => {
    await start(meshIn(namespaces));
    const first = await ask('admin', '?namespace=a');
    mesh.takeLists();
    const second = await ask('admin', '?namespace=a');
    expect(second.text).toBe(first.text);
    expect(mesh.takeLists()).toEqual([
      '/api/v1/namespaces/a/services',
      '/apis/eventing.knative.dev/v1/namespaces/a/brokers',
      '/apis/eventing.knative.dev/v1/namespaces/a/triggers',
      '/apis/eventing.knative.dev/v1beta2/namespaces/a/eventtypes',
    ]);
  });

  it('ends what was asked early when the caller has gone', async () => {
    await start(meshIn(namespaces));
    const undo = mesh.cluster.inject({ match: anyList, latencyMs: 300 });
    const caller = new AbortController();
    const answer = request(`${mesh.url}/v1/getEventMesh`, {
      headers: as('admin'),
      signal: caller.signal,
    });
    await setTimeout(100);
    caller.abort();
    await expect(answer).rejects.toThrow();
    undo();
    expect((await ask()).status).toBe(200);
    expect(mesh.logged()).toMatch(/"clientGone":true/);
  });

  describe('whose lists are other ones', () => {
    it('ignores what is not needed any more, and its failure', async () => {
      await start(meshIn(namespaces));
      await mesh.setObjects([broker('a/default')]);
      mesh.cluster.inject({ match: /\/services/, status: 500 });
      const { status, body } = await ask();
      expect([status, body.triggers]).toEqual([200, []]);
    });

    it('asks for what is needed besides', async () => {
      await start(meshIn(namespaces, namespaces));
      await mesh.setObjects(meshIn(namespaces));
      const { body } = await ask();
      expect(mesh.takeLists()).toEqual([
        '/api/v1/services',
        `/api/v1/services${labelled}`,
        ...meshLists,
      ]);
      expect(foundIn(body)).toMatchObject({ a: 'yes', f: 'yes' });
    });

    it('says that a kind is not installed, as discovery does', async () => {
      await start(meshIn(['a']));
      const body = JSON.stringify({ kind: 'APIGroupDiscoveryList', items: [] });
      mesh.cluster.inject({ match: /^\/api$/, status: 200, body });
      const answer = await ask();
      expect([answer.status, foundIn(answer.body)]).toEqual([200, { a: 'no' }]);
    });
  });

  describe('that is not allowed the same', () => {
    it.each(['narrow', 'blind', 'nobody', 'unknown'])(
      'answers the %s token as if it were the first',
      async token => {
        const objects = meshIn(namespaces);
        const fresh = await startTestMesh({
          objects,
          tokens,
          without: optionalKinds,
        });
        const first = await fresh.getMesh('', as(token));
        await fresh.close();
        await start(objects);
        const { status, text } = await ask(token);
        expect([status, text]).toEqual([first.status, first.text]);
      },
    );

    it('asks with its own token only', async () => {
      await start(meshIn(namespaces));
      mesh.cluster.clearRequests();
      await ask('reader');
      await ask('narrow');
      await ask('unknown');
      const users = new Set(mesh.cluster.requests.map(({ user }) => user));
      expect(users).toEqual(new Set(['reader', 'narrow', undefined]));
    });
  });

  describe('while the API server starts up', () => {
    const unready = (fault: { status: number }) => {
      mesh.cluster.inject({ match: /^\/readyz/, status: 500, times: 1 });
      mesh.cluster.inject({ match: anyList, ...fault, times: 4 });
      // Its etag is another one than before.
      mesh.cluster.inject({
        match: /^\/apis$/,
        status: 200,
        body: JSON.stringify({ kind: 'APIGroupDiscoveryList', items: [] }),
        times: 1,
      });
    };

    it.each([403, 404])('does not believe an early %i', async status => {
      await start(meshIn(namespaces));
      unready({ status });
      const answer = await ask();
      expect([answer.status, foundIn(answer.body)]).toMatchObject([
        200,
        { a: 'yes', f: 'yes' },
      ]);
    });

    it('does not believe an early list either', async () => {
      await start(meshIn(namespaces));
      unready({ status: 200 });
      await ask();
      const lists = mesh.takeLists();
      for (const list of ['/api/v1/services', ...meshLists]) {
        expect(lists.filter(path => path === list)).toHaveLength(2);
      }
    });
  });

  describe('after something has changed', () => {
    const [theBroker, theTrigger, theService] = meshIn(['a'], ['a']);
    const theType: object & { spec?: object } = eventType(
      'a/order',
      'com.acme.order',
      'default',
    );
    const mesh0 = [theBroker, theTrigger, theService, theType];
    const changed = (object: object, by: Record<string, unknown>) => ({
      ...object,
      ...by,
    });

    it.each<[string, object[]]>([
      [
        'a broker',
        [broker('a/default', 'Kafka'), theTrigger, theService, theType],
      ],
      [
        'the filter of a trigger',
        [
          theBroker,
          trigger('a/t', 'default', 'Service/s', ofType('com.acme.other')),
          theService,
          theType,
        ],
      ],
      [
        'the id of a subscriber',
        [theBroker, theTrigger, service('a/s', { label: 'b' }), theType],
      ],
      [
        'the label of a subscriber to an annotation',
        [theBroker, theTrigger, service('a/s', { annotation: 'a' }), theType],
      ],
      ['a subscriber that is gone', [theBroker, theTrigger, theType]],
      [
        'the description of an event type',
        [
          theBroker,
          theTrigger,
          theService,
          changed(theType, {
            spec: { ...theType.spec, description: 'An order.' },
          }),
        ],
      ],
      ['an event type that is gone', [theBroker, theTrigger, theService]],
      ['a broker that is gone', [theTrigger, theService, theType]],
      ['one trigger more', [...mesh0, trigger('a/u', 'default', 'Service/s')]],
      ['the whole mesh', meshIn(namespaces)],
    ])('answers as if it were the first: %s', async (_what, objects) => {
      const fresh = await startTestMesh({ objects, without: optionalKinds });
      const expected = await fresh.getMesh();
      await fresh.close();

      await start(mesh0);
      const before = await ask();
      await mesh.setObjects(objects);
      const [after, again] = [await ask(), await ask()];
      expect(after.text).toBe(expected.text);
      expect(again.text).toBe(expected.text);
      expect(after.headers.etag).not.toBe(before.headers.etag);

      await mesh.setObjects(mesh0);
      expect((await ask()).text).toBe(before.text);
    });

    it('tells another discovery', async () => {
      await start(mesh0);
      const before = await ask();
      const undo = await addOtherKinds(mesh.cluster, [
        {
          kind: 'ClusterGauge',
          plural: 'clustergauges',
          categories: ['sources'],
          scope: 'Cluster',
        },
      ]);
      const during = await ask();
      undo();
      expect(before.body.omitted).toEqual([]);
      expect(during.body.omitted).toMatchObject([{ kind: 'ClusterGauge' }]);
      expect((await ask()).text).toBe(before.text);
    });

    it('tells that something is not allowed any more', async () => {
      await start(mesh0);
      const before = await ask();
      const undo = mesh.cluster.inject({ match: /\/services/, status: 403 });
      const during = await ask();
      undo();
      expect(foundIn(during.body)).toEqual({ a: 'unknown' });
      expect((await ask()).text).toBe(before.text);
    });
  });

  describe('that finds a subscriber missing', () => {
    const without = (namespace: string) =>
      meshIn(namespaces).filter(
        object =>
          object.kind !== 'Service' || object.metadata.namespace !== namespace,
      );
    const listOf = (objects: readonly object[]) => ({
      match: /^\/api\/v1\/services$/,
      status: 200,
      body: JSON.stringify({
        kind: 'PartialObjectMetadataList',
        metadata: {},
        items: objects,
      }),
      times: 1,
    });

    it('looks again, because its list is older than the trigger may be', async () => {
      await start(meshIn(namespaces));
      mesh.cluster.inject(
        listOf(without('c').filter(({ kind }) => kind === 'Service')),
      );
      const { body } = await ask();
      expect(foundIn(body)).toMatchObject({ a: 'yes', c: 'yes' });
      expect(mesh.takeLists()).toEqual([
        '/api/v1/namespaces/c/services',
        '/api/v1/services',
        ...meshLists,
      ]);
    });

    it('looks again in an early list of its namespace, too', async () => {
      await start(meshIn(['a', 'b'], ['a']));
      await mesh.setObjects([
        ...meshIn(['a', 'b'], ['a']),
        trigger('b/z', 'default', 'Service/gone'),
      ]);
      const { body } = await ask();
      expect(foundIn(body)).toMatchObject({ a: 'yes', b: 'no' });
      expect(mesh.takeLists()).toEqual([
        '/api/v1/namespaces/b/services',
        '/api/v1/namespaces/b/services',
        `/api/v1/services${labelled}`,
        ...meshLists,
      ]);
    });

    it('does not look again in a list that was not early', async () => {
      await start([
        ...meshIn(['a', 'b'], ['a']),
        trigger('a/z', 'default', 'Service/gone'),
      ]);
      await ask();
      expect(mesh.takeLists()).toEqual([
        '/api/v1/namespaces/a/services',
        '/api/v1/namespaces/b/services',
        `/api/v1/services${labelled}`,
        ...meshLists,
      ]);
    });

    it('does not ask for its namespace early the next time', async () => {
      await start([
        ...meshIn(['a', 'b'], ['a']),
        trigger('b/z', 'default', 'Service/gone'),
      ]);
      await ask();
      expect(mesh.takeLists()).toEqual([
        '/api/v1/namespaces/b/services',
        `/api/v1/services${labelled}`,
        ...meshLists,
      ]);
    });

    it('says so of one that is not there', async () => {
      await start(meshIn(namespaces));
      await mesh.setObjects(without('c'));
      const { body } = await ask();
      expect(foundIn(body)).toMatchObject({ a: 'yes', b: 'yes', c: 'no' });
    });
  });

  it('asks for nothing early where discovery cannot be unchanged', async () => {
    mesh = await startTestMesh({
      objects: meshIn(['a'], ['a']),
      without: optionalKinds,
    });
    // Kubernetes before 1.27, whose discovery has no etag.
    const versions = ['v1', 'v1beta2'].map(version => ({ version }));
    const groups = [{ name: 'eventing.knative.dev', versions }];
    for (const [match, document] of [
      [/^\/apis$/, { kind: 'APIGroupList', groups }],
      [/^\/api$/, { kind: 'APIVersions', versions: ['v1'] }],
    ] as const) {
      const body = JSON.stringify(document);
      mesh.cluster.inject({ match, status: 200, body });
    }
    await ask();
    const first = mesh.takeLists();
    await ask();
    expect(mesh.takeLists()).toEqual(first);
  });
});
