import { parseDiscovery, parseResourceList } from './parseDiscovery';

const triggers = {
  group: 'eventing.knative.dev',
  version: 'v1',
  kind: 'Trigger',
  plural: 'triggers',
  namespaced: true,
  listable: true,
  categories: ['eventing'],
};

function aggregated(resources: unknown[]) {
  return {
    kind: 'APIGroupDiscoveryList',
    items: [
      {
        metadata: { name: 'eventing.knative.dev' },
        versions: [
          { version: 'v1', resources },
          { version: '../v2', resources },
          { version: 'v2', freshness: 'Stale' },
        ],
      },
      null,
      { versions: null },
    ],
  };
}

describe('parseDiscovery', () => {
  it('reads aggregated discovery', () => {
    const document = aggregated([
      {
        resource: 'triggers',
        responseKind: { group: '', version: '', kind: 'Trigger' },
        scope: 'Namespaced',
        verbs: ['get', 'list'],
        categories: ['eventing'],
        subresources: [{ subresource: 'status' }],
      },
      { resource: 'things', responseKind: { kind: 'Thing' }, scope: 'Cluster' },
      { resource: '../x', responseKind: { kind: 'Evil' }, verbs: ['list'] },
      { resource: 'nothings' },
      7,
    ]);
    const parsed = parseDiscovery(document);
    expect(
      parsed?.aggregated && parsed.groups.get('eventing.knative.dev'),
    ).toEqual([
      {
        version: 'v1',
        stale: false,
        resources: [
          triggers,
          {
            ...triggers,
            kind: 'Thing',
            plural: 'things',
            namespaced: false,
            listable: false,
            categories: [],
          },
        ],
      },
      { version: 'v2', stale: true, resources: [] },
    ]);
  });

  it('reads the lists of older servers', () => {
    expect(
      parseDiscovery({
        kind: 'APIGroupList',
        groups: [
          { name: 'apps', versions: [{ version: 'v1' }, { version: '..' }] },
          { name: '../x', versions: [] },
        ],
      }),
    ).toEqual({ aggregated: false, versions: new Map([['apps', ['v1']]]) });
    expect(parseDiscovery({ kind: 'APIVersions', versions: ['v1'] })).toEqual({
      aggregated: false,
      versions: new Map([['', ['v1']]]),
    });
  });

  it.each([null, 7, [], {}, { kind: 'Status' }])('refuses %j', document => {
    expect(parseDiscovery(document)).toBeUndefined();
  });
});

describe('parseResourceList', () => {
  it('reads resources without their subresources', () => {
    const { group, version } = triggers;
    const document = {
      kind: 'APIResourceList',
      resources: [
        {
          name: 'triggers',
          kind: 'Trigger',
          namespaced: true,
          verbs: ['list'],
          categories: ['eventing'],
        },
        { name: 'triggers/status', kind: 'Trigger', namespaced: true },
      ],
    };
    expect(parseResourceList(document, group, version)).toEqual({
      version,
      stale: false,
      resources: [triggers],
    });
    expect(parseResourceList({}, group, version)).toBeUndefined();
  });
});
