import { setTimeout } from 'node:timers/promises';
import { request } from 'undici';
import { as, objects, tokens } from './__testUtils__/smallMesh';
import { startTestMesh, type TestMesh } from './__testUtils__/startTestMesh';

const brokers = '/apis/eventing.knative.dev/v1/brokers';

describe('the limits of the service', () => {
  let mesh: TestMesh;

  beforeAll(async () => {
    mesh = await startTestMesh({ objects, tokens, maxConcurrentBuilds: 1 });
  });
  afterAll(() => mesh.close());
  beforeEach(() => {
    mesh.takeLists();
  });

  const brokerLists = () => mesh.takeLists().filter(path => path === brokers);
  const slowly = (milliseconds: number) =>
    mesh.cluster.inject({ match: /brokers/, latencyMs: milliseconds });

  it('asks Kubernetes once for 100 who ask for the same at once', async () => {
    // Long enough for all of them to have come.
    const undo = slowly(2_000);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => mesh.getMesh()),
    );
    undo();
    expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(brokerLists()).toHaveLength(1);
  });

  it.each([
    ['another token', '', 'reader-token'],
    ['other namespaces', '?namespace=shop', 'admin'],
  ])('makes no answer for %s meanwhile: 503', async (_what, query, token) => {
    const undo = slowly(300);
    const first = mesh.getMesh();
    await setTimeout(50);
    const { status, headers, body } = await mesh.getMesh(query, as(token));
    undo();
    expect([status, body.code, headers['retry-after']]).toEqual([
      503,
      'unavailable',
      '1',
    ]);
    expect(body.error).toMatch(/Try again\.$/);
    expect((await first).status).toBe(200);
    expect((await mesh.getMesh(query, as(token))).status).toBe(200);
  });

  it('goes on for whoever still waits when another has gone', async () => {
    const undo = slowly(300);
    const caller = new AbortController();
    const gone = request(`${mesh.url}/v1/getEventMesh`, {
      headers: as('admin'),
      signal: caller.signal,
    });
    await setTimeout(50);
    const other = mesh.getMesh();
    await setTimeout(50);
    caller.abort();
    await expect(gone).rejects.toThrow();
    expect((await other).status).toBe(200);
    undo();
    expect(brokerLists()).toHaveLength(1);
  });

  it.each([
    ['a URL of 9 KB', `?namespace=${'a'.repeat(9_000)}`, {}, 414],
    ['a token of 20 KB', '', as('t'.repeat(20_000)), 401],
    ['headers of 70 KB', '', { 'X-Large': 'x'.repeat(70_000) }, 431],
  ])('answers %s', async (_what, query, headers, status) => {
    const answer = await request(`${mesh.url}/v1/getEventMesh${query}`, {
      headers,
    });
    await answer.body.dump();
    expect(answer.statusCode).toBe(status);
  });

  it('answers the largest URL that is of use', async () => {
    const names = Array.from({ length: 100 }, (_, index) =>
      `${index}-`.padEnd(63, 'n'),
    );
    const query = `?namespace=${names.join('&namespace=')}`;
    expect((await mesh.getMesh(query)).status).toBe(200);
  });
});
