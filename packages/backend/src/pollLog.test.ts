import { waitFor } from 'demo';
import { startMeshFront, type MeshFront } from './__testUtils__/meshFront';
import { startTestPortal, type TestPortal } from './__testUtils__/testPortal';

function mesh(more: object = {}) {
  const object = { uid: 'u', labels: {}, annotations: {} };
  return {
    eventTypes: [],
    brokers: [
      {
        ...object,
        name: 'default',
        namespace: 'payments',
        providedEventTypes: [],
      },
    ],
    subscribables: [
      {
        ...object,
        name: 'orders',
        namespace: 'payments',
        group: 'messaging.knative.dev',
        kind: 'Channel',
        providedEventTypes: [],
      },
    ],
    sources: [],
    triggers: [],
    subscriptions: [],
    sinks: [],
    flows: [],
    policies: [],
    findings: [],
    omitted: [],
    ...more,
  };
}

describe("what polls log, by Backstage's own scheduler", () => {
  let front: MeshFront;
  let portal: TestPortal;

  beforeAll(async () => {
    // Nothing is behind it: it answers itself.
    front = await startMeshFront('http://127.0.0.1:1');
    answer(200, mesh());
    portal = await startTestPortal({
      serviceUrl: front.url,
      meshToken: 'abc',
      database: { client: 'better-sqlite3', connection: ':memory:' },
    });
  }, 120_000);

  afterAll(async () => {
    await portal?.stop();
    await front?.close();
  });

  function answer(status: number, body: object) {
    front.mode = {
      kind: 'answer',
      answer: response => {
        response
          .writeHead(status, { 'Content-Type': 'application/json' })
          .end(JSON.stringify(body));
      },
    };
  }

  const of = (status: number) =>
    front.statuses.filter(item => item === status).length;
  const until = (what: string, ask: () => unknown) =>
    waitFor({
      what,
      ask: async () => (await ask()) || undefined,
      deadlineMilliseconds: 60_000,
    });
  const ours = () =>
    portal.logLines.filter(line =>
      line.includes('"target":"KnativeEventMeshEntityProvider:demo"'),
    );
  const oursAt = (begin: string) =>
    ours().filter(line => line.startsWith(begin));

  it('is one line per good poll, two per doubt, and what the scheduler says of a failure', async () => {
    await until('The channel', async () =>
      (
        await portal.entities()
      ).some(({ metadata }) => metadata.name === 'orders-channel'),
    );
    const omitted = [
      { kind: 'Channel', reason: 'forbidden', message: 'list channels' },
    ];
    answer(200, mesh({ subscribables: [], omitted }));
    await until('A doubt', () => oursAt('warn Keeping 1 entity').length > 0);
    let polls = of(200);
    await until('More polls', () => of(200) >= polls + 4);

    answer(200, mesh());
    await until('Its end', () => oursAt('info The answer does not').length > 0);
    answer(503, { error: 'the API server does not answer' });
    await until('Failures', () => of(503) >= 3);
    answer(200, mesh());
    polls = of(200);
    await until('Another good poll', () => of(200) >= polls + 2);
    await portal.stop();

    expect(oursAt('warn ')).toHaveLength(1);
    expect(oursAt('error ')).toEqual([]);
    const reads = oursAt('info Read ');
    // The last answer may have come while the backend stopped.
    expect(of(200) - reads.length).toBeLessThanOrEqual(1);
    expect(of(200) - reads.length).toBeGreaterThanOrEqual(0);
    expect(reads[0]).toMatch(
      /1 Broker, 1 Channel, .*subscribers linked; service \d+ ms, catalog \d+ ms, commit \d+ ms/,
    );
    expect(ours()).toHaveLength(reads.length + 2);

    const failures = portal.logLines.filter(line =>
      line.includes('the API server does not answer'),
    );
    expect(failures).toHaveLength(of(503));
    expect(
      failures.every(
        line =>
          line.startsWith('error ') &&
          line.includes('KnativeEventMeshEntityProvider:demo:refresh'),
      ),
    ).toBe(true);
  }, 240_000);
});
