import type {
  Destination,
  Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import type { RegisteredComponent } from './components';
import { parseLabelSelector } from './labelSelector';
import { linkDestination, type LinkContext } from './links';

function selecting(
  entityRef: string,
  selector: string,
  restriction: Partial<RegisteredComponent> = {},
) {
  const matches = parseLabelSelector(selector) ?? (() => false);
  return { entityRef, selector, matches, ...restriction };
}

describe('linkDestination', () => {
  const reference = {
    group: 'serving.knative.dev',
    kind: 'Service',
    namespace: 'payments',
    name: 'fraud',
  };
  const context: LinkContext = {
    environment: 'dev',
    components: {
      byId: new Map([
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
      selecting: [
        ['component:a/scorer', 'app=scorer'],
        ['component:b/scorer', 'app in (scorer, other)'],
      ].map(([entityRef, selector]) => selecting(entityRef, selector)),
    },
    entityRefOf: ({ group, kind, name }) =>
      group === 'eventing.knative.dev' && kind === 'Broker' && name === 'fraud'
        ? 'component:payments/fraud-broker'
        : undefined,
    omitted: [],
  };
  const place = {
    holder: { kind: 'Trigger', namespace: 'payments', name: 'fraud' },
    field: 'spec.subscriber',
  };
  const link = (
    destination: Destination | undefined,
    overrides: Partial<LinkContext> = {},
  ) => linkDestination(destination, place, { ...context, ...overrides });

  it.each([
    ['one', ['component:a/one']],
    ['two', ['component:a/two', 'component:b/two']],
  ])('links the Components with id %s', (kubernetesId, refs) => {
    expect(link({ reference, kubernetesId, found: 'yes' })).toEqual({
      state: 'linked',
      components: refs,
    });
  });

  it('links by labels what is not linked by its id', () => {
    const labels = { app: 'scorer' };
    const expected = {
      state: 'linked',
      components: ['component:a/scorer', 'component:b/scorer'],
    };
    expect(link({ reference, labels, found: 'yes' })).toEqual(expected);
    expect(
      link({ reference, labels, kubernetesId: 'unregistered', found: 'yes' }),
    ).toEqual(expected);
    expect(
      link({ reference, labels, kubernetesId: 'one', found: 'yes' }).components,
    ).toEqual(['component:a/one']);
    expect(
      link({ reference, labels: { app: 'mailer' }, found: 'yes' }).state,
    ).toBe('noKubernetesId');
    expect(link({ reference, found: 'unknown' }).state).toBe('notRead');
  });

  it.each([
    [
      { namespace: 'orders' },
      'component:a/scorer selects its labels, but its annotation backstage.io/kubernetes-namespace is orders. Set it to payments, or remove it, if it runs Service payments/fraud.',
    ],
    [
      { cluster: 'prod' },
      'component:a/scorer selects its labels, but its annotation backstage.io/kubernetes-cluster is prod. Set it to dev, or remove it, if it runs Service payments/fraud.',
    ],
  ])(
    'says what keeps a selector with %j from linking',
    (restriction, advice) => {
      const components = {
        byId: new Map(),
        selecting: [selecting('component:a/scorer', 'app', restriction)],
      };
      expect(
        link({ reference, labels: { app: 'x' }, found: 'yes' }, { components }),
      ).toEqual({ state: 'noComponent', components: [], advice });
    },
  );

  it('links a known id also when the object was not read', () => {
    expect(
      link({ reference, kubernetesId: 'one', found: 'unknown' }),
    ).toMatchObject({ state: 'linked' });
  });

  it('links a broker of the mesh, but not a namesake of another kind', () => {
    const broker = {
      ...reference,
      group: 'eventing.knative.dev',
      kind: 'Broker',
    };
    expect(link({ reference: broker, found: 'yes' })).toEqual({
      state: 'linked',
      components: ['component:payments/fraud-broker'],
    });
    expect(link({ reference, found: 'yes' }).state).toBe('noKubernetesId');
  });

  it.each<[string, Destination | undefined, string, string]>([
    [
      'no subscriber',
      undefined,
      'noSubscriber',
      'Set spec.subscriber of Trigger payments/fraud',
    ],
    [
      'a subscriber of nothing',
      { found: 'unknown' },
      'noSubscriber',
      'Set spec.subscriber of Trigger payments/fraud',
    ],
    [
      'a URI',
      { uri: 'https://example.com', found: 'unknown' },
      'external',
      'Name the object in spec.subscriber.ref of Trigger payments/fraud',
    ],
    [
      'an object that does not exist',
      { reference, kubernetesId: 'one', found: 'no' },
      'notFound',
      'Create Service payments/fraud, or correct spec.subscriber.ref of Trigger payments/fraud',
    ],
    [
      'an object without id',
      { reference, found: 'yes' },
      'noKubernetesId',
      'Add the label backstage.io/kubernetes-id to Service payments/fraud',
    ],
    [
      'an object that was not read',
      { reference, found: 'unknown' },
      'notRead',
      'Make Service in namespace payments readable for this environment.',
    ],
    [
      'an id that no Component carries',
      { reference, kubernetesId: 'unregistered', found: 'yes' },
      'noComponent',
      'Add the annotation backstage.io/kubernetes-id: unregistered to the Component that runs Service payments/fraud.',
    ],
    [
      'a Component that is restricted to another namespace',
      { reference, kubernetesId: 'elsewhere', found: 'yes' },
      'noComponent',
      'component:a/x has this id, but its annotation backstage.io/kubernetes-namespace is orders.',
    ],
    [
      'a Component that is restricted to another environment',
      { reference, kubernetesId: 'other-cluster', found: 'yes' },
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
    expect(link({ reference, found: 'yes' }, { omitted: [omission] })).toEqual({
      state: 'notRead',
      components: [],
      advice: `Make Service in namespace payments readable for this environment: ${omission.message}`,
    });
  });

  it('links an id without an object as what the holder runs', () => {
    const runs = (kubernetesId: string) =>
      link({ kubernetesId, found: 'yes' }, { omitted: [] });
    expect(runs('two')).toEqual({
      state: 'linked',
      components: ['component:a/two', 'component:b/two'],
    });
    expect(runs('unregistered')).toEqual({
      state: 'noComponent',
      components: [],
      advice:
        'Add the annotation backstage.io/kubernetes-id: unregistered to the Component that runs Trigger payments/fraud.',
    });
  });

  it('names the field that holds the reference', () => {
    const requestReply = {
      holder: { kind: 'RequestReply', namespace: 'payments', name: 'ask' },
      field: 'spec.brokerRef',
      referenceField: 'spec.brokerRef',
    };
    expect(
      linkDestination({ reference, found: 'no' }, requestReply, context).advice,
    ).toBe(
      'Create Service payments/fraud, or correct spec.brokerRef of RequestReply payments/ask.',
    );
  });
});
