import {
  broker,
  knativeService,
  service,
  trigger,
} from './__testUtils__/objects';
import {
  meshReader,
  optionalKinds,
  serviceReader,
  startTestMesh,
  type TestMesh,
  type Tokens,
} from './__testUtils__/startTestMesh';

type Objects = readonly object[];
const labelled = '?labelSelector=backstage.io%2Fkubernetes-id';

/** Paths of lists of subscribers, in order. */
async function subscriberLists(
  objects: Objects,
  query = '',
  tokens: Tokens = {},
  token = 'admin',
) {
  const mesh = await startTestMesh({ objects, tokens, without: optionalKinds });
  const { status, body } = await mesh.getMesh(query, {
    authorization: `Bearer ${token}`,
  });
  const lists = mesh
    .takeLists()
    .filter(path => !path.includes('eventing.knative.dev'));
  await mesh.close();
  expect(status).toBe(200);
  return {
    lists,
    omitted: body.omitted.filter(
      ({ reason }: { reason: string }) => reason === 'forbidden',
    ),
    subscribers: Object.fromEntries(
      body.triggers.map(
        (each: { namespace: string; name: string; subscriber: object }) => [
          `${each.namespace}/${each.name}`,
          each.subscriber,
        ],
      ),
    ),
  };
}

describe('what is known of a subscriber', () => {
  let mesh: TestMesh;
  let subscribers: Record<string, object>;

  beforeAll(async () => {
    mesh = await startTestMesh({
      objects: [
        broker('shop/default'),
        trigger('shop/label', 'default', 'Service/label'),
        trigger('shop/annotation', 'default', 'Service/annotation'),
        trigger('shop/none', 'default', 'Service/none'),
        trigger('shop/gone', 'default', 'Service/gone'),
        trigger('shop/knative', 'default', 'KnativeService/label'),
        trigger('shop/uri', 'default', {
          subscriber: { uri: 'https://example.com/hook' },
        }),
        trigger('shop/both', 'default', {
          subscriber: {
            ref: { apiVersion: 'v1', kind: 'Service', name: 'label' },
            uri: '/path',
          },
        }),
        trigger('shop/across', 'default', {
          subscriber: {
            ref: {
              apiVersion: 'v1',
              kind: 'Service',
              name: 'other',
              namespace: 'cart',
            },
          },
        }),
        trigger('shop/unknown-kind', 'default', 'Unicorn/a'),
        trigger('shop/cluster-scoped', 'default', 'Namespace/shop'),
        trigger('shop/impossible', 'default', {
          subscriber: {
            ref: {
              apiVersion: 'v1',
              kind: 'Service',
              name: 'x',
              namespace: '../../x',
            },
          },
        }),
        trigger('shop/nowhere', 'default', undefined),
        service('shop/label', { label: 'l', annotation: 'ignored' }),
        service('shop/annotation', { annotation: 'a' }),
        service('shop/none'),
        knativeService('shop/label', { label: 'k' }),
        service('cart/other', { label: 'o' }),
      ],
    });
    const { body } = await mesh.getMesh();
    subscribers = Object.fromEntries(
      body.triggers.map(
        ({ name, subscriber }: { name: string; subscriber: object }) => [
          name,
          subscriber,
        ],
      ),
    );
  });
  afterAll(() => mesh.close());

  const id = (value: string) => ({
    app: 'x',
    'backstage.io/kubernetes-id': value,
  });
  it.each<[string, object]>([
    ['label', { found: 'yes', kubernetesId: 'l', labels: id('l') }],
    ['annotation', { found: 'yes', kubernetesId: 'a', labels: { app: 'x' } }],
    ['none', { found: 'yes', labels: { app: 'x' } }],
    ['gone', { found: 'no' }],
    ['knative', { found: 'yes', kubernetesId: 'k', labels: id('k') }],
    [
      'both',
      { found: 'yes', kubernetesId: 'l', labels: id('l'), uri: '/path' },
    ],
    ['across', { found: 'yes', kubernetesId: 'o', labels: id('o') }],
    ['unknown-kind', { found: 'no' }],
    ['cluster-scoped', { found: 'unknown' }],
    ['impossible', { found: 'unknown' }],
  ])('%s', (name, expected) => {
    expect(subscribers[name]).toEqual({
      reference: expect.any(Object),
      ...expected,
    });
  });

  it('an address is not looked up', () => {
    expect(subscribers.uri).toEqual({
      uri: 'https://example.com/hook',
      found: 'unknown',
    });
  });

  it('there may be none', () => {
    expect(subscribers.nowhere).toBeUndefined();
  });

  it('a kind without namespaces stands in omitted', async () => {
    const { body } = await mesh.getMesh();
    expect(body.omitted).toContainEqual({
      group: '',
      kind: 'Namespace',
      reason: 'unsupported',
      message: expect.any(String),
    });
  });

  it('nothing from a trigger gets into a path', () => {
    expect(
      mesh.cluster.requests.map(({ path }) => path).join('\n'),
    ).not.toMatch(/\.\.|%2e/i);
  });
});

describe('which lists are asked for', () => {
  const namespaces = ['a', 'b', 'c', 'd', 'e', 'f'];
  const unlabelledIn = (some: string[]) =>
    some.flatMap(namespace => [
      broker(`${namespace}/default`),
      trigger(`${namespace}/t`, 'default', 'Service/s'),
      service(`${namespace}/s`),
    ]);
  const labelledIn = (some: string[]) =>
    some.flatMap(namespace => [
      broker(`${namespace}/default`),
      trigger(`${namespace}/t`, 'default', 'Service/s'),
      service(`${namespace}/s`, { label: namespace }),
    ]);

  it('one of everything labelled, if that is all', async () => {
    const { lists } = await subscriberLists(labelledIn(namespaces));
    expect(lists).toEqual([`/api/v1/services${labelled}`]);
  });

  it('then the few namespaces of the others', async () => {
    const objects = [
      ...labelledIn(['a', 'b', 'c', 'd']),
      ...unlabelledIn(['e', 'f']),
    ];
    const { lists } = await subscriberLists(objects);
    expect(lists).toEqual([
      '/api/v1/namespaces/e/services',
      '/api/v1/namespaces/f/services',
      `/api/v1/services${labelled}`,
    ]);
  });

  it('then everything, if the others are in many namespaces', async () => {
    const { lists } = await subscriberLists(unlabelledIn(namespaces));
    expect(lists).toEqual(['/api/v1/services', `/api/v1/services${labelled}`]);
  });

  it('each namespace in scope, however many', async () => {
    const query = `?${namespaces.map(name => `namespace=${name}`).join('&')}`;
    const { lists } = await subscriberLists(labelledIn(namespaces), query);
    expect(lists).toEqual(
      namespaces.map(name => `/api/v1/namespaces/${name}/services${labelled}`),
    );
  });

  it('does not depend on the number of triggers', async () => {
    const objectsFor = (count: number) => [
      broker('shop/default'),
      ...Array.from({ length: count }, (_, index) => [
        trigger(`shop/t${index}`, 'default', `Service/s${index}`),
        service(`shop/s${index}`, index % 2 ? { label: 'x' } : {}),
      ]).flat(),
    ];
    const few = await subscriberLists(objectsFor(5));
    const many = await subscriberLists(objectsFor(200));
    expect(many.lists).toEqual(few.lists);
    expect(many.lists).toHaveLength(2);
  });
});

describe('with rights in single namespaces', () => {
  const objects = ['a', 'b'].flatMap(namespace => [
    broker(`${namespace}/default`),
    trigger(
      `${namespace}/t`,
      'default',
      'Service/s',
      {},
      {
        observedGeneration: 1,
        conditions: [
          namespace === 'a'
            ? { type: 'SubscriberResolved', status: 'True' }
            : {
                type: 'SubscriberResolved',
                status: 'False',
                message: 'services "s" not found',
              },
        ],
      },
    ),
    service(`${namespace}/s`, { label: namespace }),
  ]);

  it('links what may be read', async () => {
    const tokens = { narrow: [meshReader(), serviceReader(['a'])] };
    const { lists, omitted, subscribers } = await subscriberLists(
      objects,
      '',
      tokens,
      'narrow',
    );
    expect(lists).toEqual([
      `/api/v1/namespaces/a/services${labelled}`,
      `/api/v1/namespaces/b/services${labelled}`,
      `/api/v1/services${labelled}`,
    ]);
    expect(omitted).toMatchObject([
      {
        group: '',
        kind: 'Service',
        namespace: 'b',
        message: expect.stringContaining('apiGroups: [""]'),
      },
    ]);
    expect(subscribers['a/t']).toMatchObject({ kubernetesId: 'a' });
    expect(subscribers['b/t']).not.toHaveProperty('kubernetesId');
  });

  it('goes by the condition of the trigger elsewhere', async () => {
    const tokens = { blind: [meshReader()] };
    const { subscribers } = await subscriberLists(objects, '', tokens, 'blind');
    expect(subscribers['a/t']).toMatchObject({ found: 'yes' });
    expect(subscribers['b/t']).toMatchObject({ found: 'no' });
  });

  it('names a kind once when many namespaces are refused', async () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap(namespace => [
      broker(`${namespace}/default`),
      trigger(`${namespace}/t`, 'default', 'Service/s'),
    ]);
    const tokens = { blind: [meshReader()] };
    const { lists, omitted } = await subscriberLists(many, '', tokens, 'blind');
    expect(lists).toEqual([`/api/v1/services${labelled}`]);
    expect(omitted).toMatchObject([{ group: '', kind: 'Service' }]);
    expect(omitted[0]).not.toHaveProperty('namespace');
  });
});
