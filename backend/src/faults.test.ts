import { setTimeout } from 'node:timers/promises';
import { request } from 'undici';
import {
  broker,
  eventType,
  knativeService,
  trigger,
} from './__testUtils__/objects';
import { as, objects, tokens } from './__testUtils__/smallMesh';
import { startTestMesh, type TestMesh } from './__testUtils__/startTestMesh';

/** Path, with query, of the list of one kind. */
const listOf = (plural: string) => new RegExp(`/${plural}(\\?|$)`);

describe('GET /v1/getEventMesh, when something goes wrong', () => {
  let mesh: TestMesh;

  beforeAll(async () => {
    mesh = await startTestMesh({ objects, tokens, deadlineSeconds: 2 });
  });
  afterAll(() => mesh.close());
  beforeEach(() => {
    mesh.cluster.clearRequests();
  });

  const ask = () => mesh.getMesh('', as('reader-token'));

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
      // Of another scope than before, so that nothing is asked for early.
      const answer = request(`${mesh.url}/v1/getEventMesh?namespace=cart`, {
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

  it('has written no token anywhere', () => {
    expect(mesh.logged()).toContain('request failed');
    expect(mesh.logged()).not.toContain('reader-token');
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
    const isMalformed = ({ code }: { code: string }) =>
      code === 'malformedObject';
    expect(body.findings.filter(isMalformed)).toMatchObject([
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
