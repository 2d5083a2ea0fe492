import { broker } from './__testUtils__/objects';
import { as } from './__testUtils__/smallMesh';
import {
  meshReader,
  optionalKinds,
  startTestMesh,
  type TestMesh,
} from './__testUtils__/startTestMesh';

const namespacePath = /^\/api\/v1\/namespaces(\/[^/]+)?$/;
const rightTo = (verb: string, namespaces?: string[]) => ({
  apiGroups: [''],
  resources: ['namespaces'],
  verbs: [verb],
  namespaces,
});
const tokens = {
  lister: [meshReader(), rightTo('list')],
  getter: [meshReader(), rightTo('get', ['a'])],
  blind: [meshReader()],
};

function namespace(name: string, annotations?: Record<string, unknown>) {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, annotations },
  };
}

const owned = (name: string, owner: unknown, more = {}) =>
  namespace(name, { 'knative-event-mesh/owner': owner, ...more });
const brokers = ['a', 'b', 'd', 'e', 'f'].map(name =>
  broker(`${name}/default`),
);
const objects = [
  ...brokers,
  owned('a', 'team-a', { secret: 'not shown' }),
  owned('b', 'group:default/team-b'),
  owned('c', 'team-c'), // Holds nothing of the mesh.
  namespace('d'),
  owned('e', 5),
  owned('f', 'x'.repeat(4097)),
];
const ownerOfA = { name: 'a', owner: 'team-a' };

describe('the owners that Namespaces name', () => {
  let mesh: TestMesh;
  const start = async () => {
    mesh = await startTestMesh({ objects, tokens, without: optionalKinds });
  };
  afterEach(() => mesh.close());

  const ask = (token: string, query = '') => mesh.getMesh(query, as(token));
  const asked = () =>
    mesh.cluster.requests
      .map(({ path }) => path)
      .filter(path => namespacePath.test(path))
      .sort();

  it('are read in one list, of what holds something of the mesh', async () => {
    await start();
    const { status, body, text } = await ask('lister');
    expect([status, body.namespaces, body.omitted]).toEqual([
      200,
      [ownerOfA, { name: 'b', owner: 'group:default/team-b' }],
      [],
    ]);
    expect(text).not.toMatch(/not shown/);
    expect(asked()).toEqual(['/api/v1/namespaces']);
  });

  it('are asked for by name where single namespaces are', async () => {
    await start();
    const { body } = await ask('getter', '?namespace=a&namespace=gone');
    expect([body.namespaces, body.omitted]).toEqual([[ownerOfA], []]);
    expect(asked()).toEqual([
      '/api/v1/namespaces/a',
      '/api/v1/namespaces/gone',
    ]);

    mesh.cluster.clearRequests();
    const again = await ask('getter', '?namespace=a&namespace=gone');
    expect(again.body).toEqual(body);
  });

  it.each([
    ['blind', ''],
    ['blind', '?namespace=a'],
    ['getter', ''],
    ['lister', '?namespace=a'],
  ])(
    'are not told to the %s token with "%s", and nothing else is said',
    async (token, query) => {
      await start();
      const { status, body } = await ask(token, query);
      expect([status, body.omitted, body.findings]).toEqual([
        200,
        [],
        body.findings,
      ]);
      expect(body).not.toHaveProperty('namespaces');
      expect(JSON.stringify(body)).not.toMatch(/[Nn]amespace may|namespaces/);
      expect(body.brokers.length).toBeGreaterThan(0);
    },
  );

  it('keep the ETag as long as nobody changes them', async () => {
    await start();
    const etag = async () => (await ask('lister')).headers.etag;
    const first = await etag();
    await mesh.setObjects([
      ...objects.filter(({ metadata }) => metadata.name !== 'c'),
      owned('c', 'another team'),
      namespace('new'),
    ]);
    expect(await etag()).toBe(first);
    await mesh.setObjects([
      ...objects.filter(object => object !== objects[brokers.length]),
      owned('a', 'another team'),
    ]);
    expect(await etag()).not.toBe(first);
  });

  it('are not left out because Kubernetes could not answer', async () => {
    await start();
    mesh.cluster.inject({ match: namespacePath, status: 500 });
    const { status, body } = await ask('lister');
    expect([status, body.error]).toEqual([
      503,
      expect.stringContaining('list namespaces in all namespaces'),
    ]);
    expect((await ask('getter', '?namespace=a')).body.error).toContain(
      'get namespaces "a"',
    );
  });
});
