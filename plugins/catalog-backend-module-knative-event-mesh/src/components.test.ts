import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { findComponents, kubernetesIdsOf } from './components';
import { eventMesh, eventType, trigger } from './testUtils';

const auth = mockServices.auth();

function component(
  name: string,
  annotations: Record<string, string>,
  kind = 'Component',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'risk', annotations },
    spec: { type: 'service' },
  };
}

const id = 'backstage.io/kubernetes-id';

describe('kubernetesIdsOf', () => {
  it('collects the ids of subscribers and those that upstream names', () => {
    expect(
      kubernetesIdsOf(
        eventMesh({
          eventTypes: [eventType({ consumedBy: ['b', 'a'] })],
          triggers: [
            trigger(),
            trigger({ subscriber: undefined }),
            trigger({ subscriber: { kubernetesId: 'a', found: 'yes' } }),
          ],
        }),
      ),
    ).toEqual(['a', 'b', 'fraud-detector']);
  });
});

describe('findComponents', () => {
  const catalog = catalogServiceMock({
    entities: [
      component('z', { [id]: 'fraud' }),
      component('a', {
        [id]: 'fraud',
        'backstage.io/kubernetes-namespace': 'payments',
        'backstage.io/kubernetes-cluster': 'dev',
      }),
      component('shouts', { [id]: 'FRAUD' }),
      component('other', { [id]: 'other' }),
      component('api', { [id]: 'fraud' }, 'API'),
      component('ours', {
        [id]: 'fraud',
        'backstage.io/managed-by-origin-location': 'knative-event-mesh:dev',
      }),
      component('none', {}),
    ],
  });

  it('finds the Components that carry exactly the id, except our own', async () => {
    const { byId } = await findComponents(['fraud', 'missing'], {
      catalog,
      auth,
    });
    expect([...byId]).toEqual([
      [
        'fraud',
        [
          {
            entityRef: 'component:risk/a',
            namespace: 'payments',
            cluster: 'dev',
          },
          { entityRef: 'component:risk/z' },
        ],
      ],
    ]);
  });

  it('finds the Components that select by labels, also without any id', async () => {
    const selector = 'backstage.io/kubernetes-label-selector';
    const { byId, selecting } = await findComponents([], {
      catalog: catalogServiceMock({
        entities: [
          component('b', { [selector]: 'app=b' }),
          component('a', {
            [selector]: 'app in (a)',
            'backstage.io/kubernetes-namespace': 'payments',
          }),
          component('unreadable', { [selector]: 'app=(' }),
          component('ours', {
            [selector]: 'app=b',
            'backstage.io/managed-by-origin-location': 'knative-event-mesh:dev',
          }),
          component('api', { [selector]: 'app=b' }, 'API'),
          component('none', { [id]: 'b' }),
        ],
      }),
      auth,
    });
    expect(byId.size).toBe(0);
    expect(selecting).toEqual([
      {
        entityRef: 'component:risk/a',
        namespace: 'payments',
        selector: 'app in (a)',
        matches: expect.any(Function),
      },
      {
        entityRef: 'component:risk/b',
        selector: 'app=b',
        matches: expect.any(Function),
      },
    ]);
    expect(selecting.map(({ matches }) => matches({ app: 'b' }))).toEqual([
      false,
      true,
    ]);
  });

  it('asks once per thousand ids, with its own credentials, for what it needs', async () => {
    const streamEntities = jest.fn(async function* pages() {
      yield [component('a', { [id]: 'id-1' })];
      yield [component('b', { [id]: 'id-1' })];
    });
    const { byId } = await findComponents(
      Array.from({ length: 2_500 }, (_, index) => `id-${index}`),
      { catalog: catalogServiceMock.mock({ streamEntities }), auth },
    );

    // Three for the ids, one for the selectors.
    expect(streamEntities).toHaveBeenCalledTimes(4);
    const [request, options] = streamEntities.mock.calls[0] as unknown[];
    expect(request).toMatchObject({
      query: {
        kind: 'Component',
        'metadata.annotations.backstage.io/kubernetes-id': {
          $in: expect.arrayContaining(['id-0', 'id-999']),
        },
      },
      fields: expect.arrayContaining([
        'metadata.name',
        'metadata.annotations.backstage.io/kubernetes-id',
      ]),
      totalItems: 'exclude',
    });
    expect(options).toEqual({
      credentials: await auth.getOwnServiceCredentials(),
    });
    expect(byId.get('id-1')).toHaveLength(6);
  });

  it('fails when the catalog does', async () => {
    const catalogDown = catalogServiceMock.mock({
      // eslint-disable-next-line require-yield -- it fails before its first page
      async *streamEntities() {
        throw new Error('catalog is down');
      },
    });
    await expect(
      findComponents(['a'], { catalog: catalogDown, auth }),
    ).rejects.toThrow('catalog is down');
  });
});
