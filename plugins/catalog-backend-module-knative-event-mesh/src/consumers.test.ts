import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Omission } from 'backstage-plugin-knative-event-mesh-common';
import {
  findComponents,
  kubernetesIdsOf,
  linkSubscriber,
  type LinkContext,
} from './consumers';
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
    const found = await findComponents(['fraud', 'missing'], { catalog, auth });
    expect([...found]).toEqual([
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

  it('asks nothing when there is no id', async () => {
    const streamEntities = jest.fn();
    await findComponents([], {
      catalog: catalogServiceMock.mock({ streamEntities }),
      auth,
    });
    expect(streamEntities).not.toHaveBeenCalled();
  });

  it('asks once per thousand ids, with its own credentials, for what it needs', async () => {
    const streamEntities = jest.fn(async function* pages() {
      yield [component('a', { [id]: 'id-1' })];
      yield [component('b', { [id]: 'id-1' })];
    });
    const found = await findComponents(
      Array.from({ length: 2_500 }, (_, index) => `id-${index}`),
      { catalog: catalogServiceMock.mock({ streamEntities }), auth },
    );

    expect(streamEntities).toHaveBeenCalledTimes(3);
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
    expect(found.get('id-1')).toHaveLength(6);
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

describe('linkSubscriber', () => {
  const reference = {
    group: 'serving.knative.dev',
    kind: 'Service',
    namespace: 'payments',
    name: 'fraud',
  };
  const context: LinkContext = {
    environment: 'dev',
    components: new Map([
      ['one', [{ entityRef: 'component:a/one' }]],
      [
        'two',
        [
          { entityRef: 'component:a/two', namespace: 'payments' },
          { entityRef: 'component:b/two', cluster: 'dev' },
        ],
      ],
      ['elsewhere', [{ entityRef: 'component:a/x', namespace: 'orders' }]],
      ['other-cluster', [{ entityRef: 'component:a/y', cluster: 'prod' }]],
    ]),
    brokers: new Set(['payments/fraud']),
    omitted: [],
  };
  const link = (
    subscriber: Parameters<typeof trigger>[0],
    overrides: Partial<LinkContext> = {},
  ) => linkSubscriber(trigger(subscriber), { ...context, ...overrides });

  it.each([
    ['one', ['component:a/one']],
    ['two', ['component:a/two', 'component:b/two']],
  ])('links the Components with id %s', (kubernetesId, refs) => {
    expect(
      link({ subscriber: { reference, kubernetesId, found: 'yes' } }),
    ).toEqual({ state: 'linked', components: refs });
  });

  it('links a known id also when the object was not read', () => {
    expect(
      link({
        subscriber: { reference, kubernetesId: 'one', found: 'unknown' },
      }),
    ).toMatchObject({ state: 'linked' });
  });

  it('links a broker of the mesh, but not a namesake of another kind', () => {
    const broker = {
      ...reference,
      group: 'eventing.knative.dev',
      kind: 'Broker',
    };
    expect(link({ subscriber: { reference: broker, found: 'yes' } })).toEqual({
      state: 'linked',
      components: ['component:payments/fraud-broker'],
    });
    expect(link({ subscriber: { reference, found: 'yes' } }).state).toBe(
      'noKubernetesId',
    );
  });

  it.each<[string, Parameters<typeof trigger>[0], string, string]>([
    [
      'no subscriber',
      { subscriber: undefined },
      'noSubscriber',
      'Set spec.subscriber of Trigger payments/fraud',
    ],
    [
      'a subscriber of nothing',
      { subscriber: { found: 'unknown' } },
      'noSubscriber',
      'Set spec.subscriber of Trigger payments/fraud',
    ],
    [
      'a URI',
      { subscriber: { uri: 'https://example.com', found: 'unknown' } },
      'external',
      'Name the object in spec.subscriber.ref of Trigger payments/fraud',
    ],
    [
      'an object that does not exist',
      { subscriber: { reference, kubernetesId: 'one', found: 'no' } },
      'notFound',
      'Create Service payments/fraud, or correct spec.subscriber.ref of Trigger payments/fraud',
    ],
    [
      'an object without id',
      { subscriber: { reference, found: 'yes' } },
      'noKubernetesId',
      'Add the label backstage.io/kubernetes-id to Service payments/fraud',
    ],
    [
      'an object that was not read',
      { subscriber: { reference, found: 'unknown' } },
      'notRead',
      'Make Service in namespace payments readable for this environment.',
    ],
    [
      'an id that no Component carries',
      { subscriber: { reference, kubernetesId: 'unregistered', found: 'yes' } },
      'noComponent',
      'Add the annotation backstage.io/kubernetes-id: unregistered to the Component that runs Service payments/fraud.',
    ],
    [
      'a Component that is restricted to another namespace',
      { subscriber: { reference, kubernetesId: 'elsewhere', found: 'yes' } },
      'noComponent',
      'component:a/x has this id, but its annotation backstage.io/kubernetes-namespace is orders.',
    ],
    [
      'a Component that is restricted to another environment',
      {
        subscriber: { reference, kubernetesId: 'other-cluster', found: 'yes' },
      },
      'noComponent',
      'component:a/y has this id, but its annotation backstage.io/kubernetes-cluster is prod.',
    ],
  ])('says what to add for %s', (_, subscriber, state, advice) => {
    const actual = link(subscriber);
    expect(actual).toEqual({
      state,
      components: [],
      advice: expect.stringContaining(advice),
    });
    expect(actual.advice).toMatch(/[.]$/);
  });

  it.each<Omission>([
    { kind: 'Service', reason: 'forbidden', message: 'Allow list services.' },
    { namespace: 'payments', reason: 'unavailable', message: 'Allow it.' },
    {
      group: 'serving.knative.dev',
      kind: 'Service',
      namespace: 'payments',
      reason: 'unsupported',
      message: 'Not yet.',
    },
  ])('does not say that an object has no id when %j', omission => {
    // The trigger's condition tells that the object exists, and nothing more.
    expect(
      link(
        { subscriber: { reference, found: 'yes' } },
        { omitted: [omission] },
      ),
    ).toEqual({
      state: 'notRead',
      components: [],
      advice: `Make Service in namespace payments readable for this environment: ${omission.message}`,
    });
  });
});
