import { ownershipOf, readNamespaceOwners } from './ownership';

const object = {
  group: 'eventing.knative.dev',
  kind: 'Broker',
  namespace: 'payments',
  name: 'default',
};
const options = {
  environment: 'dev',
  owner: 'group:default/platform',
  ownerByNamespace: { payments: 'group:default/payments-team' },
};
const annotation = (value: string) => ({ 'knative-event-mesh/owner': value });

describe('ownershipOf', () => {
  it.each([
    [
      'the object says',
      annotation('user:jane'),
      'payments',
      'user:default/jane',
    ],
    ['its namespace has', {}, 'payments', 'group:default/payments-team'],
    ['all have', {}, 'orders', 'group:default/platform'],
    [
      'all have, for a namespace named like a method',
      {},
      'constructor',
      'group:default/platform',
    ],
    [
      'its namespace has, if the object says nothing',
      annotation(''),
      'payments',
      'group:default/payments-team',
    ],
  ])('takes the owner that %s', (_, annotations, namespace, owner) => {
    expect(
      ownershipOf({ ...object, namespace }, annotations, options).owner,
    ).toBe(owner);
  });

  it('tells of an annotation that is no ref', () => {
    const { owner, findings } = ownershipOf(
      object,
      annotation('api:default/orders'),
      options,
    );
    expect(owner).toBe('group:default/payments-team');
    expect(findings).toEqual([
      {
        code: 'ownerNotValid',
        severity: 'info',
        object,
        message:
          'The annotation knative-event-mesh/owner is no ref to a Group or User, so group:default/payments-team owns this.',
        action: expect.stringContaining('group:default/event-platform'),
      },
    ]);
    expect(ownershipOf(object, annotation('a'), options).findings).toEqual([]);
  });

  it.each([
    [
      'the object, before its Namespace',
      annotation('user:jane'),
      'user:default/jane',
    ],
    ['the Namespace, before configuration', {}, 'group:default/namespace-team'],
    [
      'the Namespace, if that of the object is no ref',
      annotation('a b'),
      'group:default/namespace-team',
    ],
  ])('takes the owner that is named by %s', (_, annotations, expected) => {
    const { owners } = readNamespaceOwners([
      { name: 'payments', owner: 'namespace-team' },
    ]);
    const { owner, findings } = ownershipOf(object, annotations, {
      ...options,
      namespaceOwners: owners,
    });
    expect(owner).toBe(expected);
    expect(JSON.stringify(findings)).not.toMatch(/payments-team/);
  });

  it('takes the configured system, else that of the environment', () => {
    expect(ownershipOf(object, {}, options).system).toBe(
      'system:default/knative-event-mesh-dev',
    );
    expect(
      ownershipOf(object, {}, { ...options, system: 'system:default/shop' })
        .system,
    ).toBe('system:default/shop');
  });
});

describe('readNamespaceOwners', () => {
  it('reads full refs, and tells once of a Namespace that names none', () => {
    const { owners, findings } = readNamespaceOwners([
      { name: 'fraud', owner: 'user:jane' },
      { name: 'orders', owner: 'component:default/orders' },
    ]);
    expect([...owners]).toEqual([['fraud', 'user:default/jane']]);
    expect(findings).toEqual([
      {
        code: 'ownerNotValid',
        severity: 'info',
        object: {
          group: '',
          kind: 'Namespace',
          namespace: 'orders',
          name: 'orders',
        },
        message:
          'The annotation knative-event-mesh/owner is no ref to a Group or User, so it names no owner of what is in the namespace.',
        action: expect.stringContaining('group:default/event-platform'),
      },
    ]);
  });

  it('reads none where the answer has none', () => {
    expect(readNamespaceOwners(undefined)).toEqual({
      owners: new Map(),
      findings: [],
    });
  });
});
