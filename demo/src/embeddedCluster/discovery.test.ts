import { Refusal } from './answers';
import { answerDiscovery } from './discovery';
import { servedKinds } from './kinds';

const accept =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
const kinds = servedKinds();

function discover(path: string, headers = {}, served = kinds) {
  const { body } = answerDiscovery(path, headers, served);
  return JSON.parse(body);
}

interface Resource {
  resource: string;
  categories?: string[];
}

function resources(served = kinds): Resource[] {
  const groups: { versions: { resources: Resource[] }[] }[] = discover(
    '/apis',
    { accept },
    served,
  ).items;
  return groups.flatMap(group => group.versions.flatMap(v => v.resources));
}

describe('aggregated discovery', () => {
  it('describes custom resources', () => {
    const { kind, items } = discover('/apis', { accept });
    const eventing = items.find(
      (group: { metadata: { name: string } }) =>
        group.metadata.name === 'eventing.knative.dev',
    );

    expect(kind).toBe('APIGroupDiscoveryList');
    expect(eventing.versions).toEqual([
      {
        version: 'v1',
        freshness: 'Current',
        resources: [
          {
            resource: 'brokers',
            responseKind: {
              group: 'eventing.knative.dev',
              version: 'v1',
              kind: 'Broker',
            },
            scope: 'Namespaced',
            singularResource: 'broker',
            verbs: ['get', 'list'],
            categories: ['all', 'knative', 'eventing'],
          },
          expect.objectContaining({ resource: 'triggers' }),
        ],
      },
      {
        version: 'v1beta2',
        freshness: 'Current',
        resources: [expect.objectContaining({ resource: 'eventtypes' })],
      },
      {
        version: 'v1alpha1',
        freshness: 'Current',
        resources: [
          expect.objectContaining({ resource: 'eventpolicies' }),
          expect.objectContaining({ resource: 'eventtransforms' }),
          expect.objectContaining({ resource: 'kafkasinks' }),
          expect.objectContaining({ resource: 'requestreplies' }),
        ],
      },
    ]);
  });

  it('describes the core group, whose kinds state no group of their own', () => {
    const { items } = discover('/api', { accept });

    expect(items).toHaveLength(1);
    expect(items[0].metadata).toEqual({});
    expect(items[0].versions[0].resources).toContainEqual({
      resource: 'namespaces',
      responseKind: { group: '', version: '', kind: 'Namespace' },
      scope: 'Cluster',
      singularResource: 'namespace',
      verbs: ['get', 'list'],
    });
  });

  it('tells sources, channels and sinks by their categories', () => {
    const inCategory = (category: string) => [
      ...new Set(
        resources()
          .filter(({ categories }) => categories?.includes(category))
          .map(({ resource }) => resource),
      ),
    ];

    expect(inCategory('sources')).toEqual([
      'apiserversources',
      'containersources',
      'sinkbindings',
      'pingsources',
      'kafkasources',
      'integrationsources',
      'rabbitmqsources',
    ]);
    expect(inCategory('channel')).toEqual([
      'channels',
      'inmemorychannels',
      'kafkachannels',
    ]);
    expect(inCategory('sink')).toEqual(['integrationsinks', 'jobsinks']);
  });

  it('has versions in the order of the API server, the newest stable first', () => {
    const { items } = discover('/apis', { accept });
    const versionsOf = (wanted: string) =>
      items
        .find(
          ({ metadata }: { metadata: { name: string } }) =>
            metadata.name === wanted,
        )
        .versions.map(({ version }: { version: string }) => version);

    expect(versionsOf('sources.knative.dev')).toEqual([
      'v1',
      'v1beta2',
      'v1beta1',
      'v1alpha1',
    ]);
    expect(versionsOf('messaging.knative.dev')).toEqual(['v1', 'v1beta1']);
  });

  it('leaves out what is not installed', () => {
    const names = resources(
      servedKinds(['triggers.eventing.knative.dev', 'sources.knative.dev']),
    ).map(({ resource }) => resource);

    expect(names).toContain('brokers');
    expect(names).not.toContain('triggers');
    expect(names).not.toContain('pingsources');
  });

  it('has another ETag when something else is installed', () => {
    const etag = (without: string[]) =>
      answerDiscovery('/apis', { accept }, servedKinds(without)).headers.ETag;

    expect(etag([])).toBe(etag([]));
    expect(etag([])).not.toBe(etag(['sources.knative.dev']));
  });
});

describe('plain discovery', () => {
  it('lists versions, groups and resources', () => {
    expect(discover('/api')).toEqual({ kind: 'APIVersions', versions: ['v1'] });
    expect(discover('/apis').groups).toContainEqual({
      name: 'apps',
      versions: [{ groupVersion: 'apps/v1', version: 'v1' }],
      preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
    });
    expect(discover('/apis/apps/v1')).toEqual({
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: 'apps/v1',
      resources: [
        {
          name: 'deployments',
          singularName: 'deployment',
          namespaced: true,
          kind: 'Deployment',
          verbs: ['get', 'list'],
          categories: ['all'],
        },
      ],
    });
    expect(discover('/api/v1').groupVersion).toBe('v1');
  });

  it('tells of one group', () => {
    expect(discover('/apis/apps')).toEqual({
      kind: 'APIGroup',
      apiVersion: 'v1',
      name: 'apps',
      versions: [{ groupVersion: 'apps/v1', version: 'v1' }],
      preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
    });
  });

  it('is the same below a trailing slash', () => {
    expect(discover('/apis/')).toEqual(discover('/apis'));
  });

  it('does not know other groups', () => {
    expect(answerDiscovery('/apis/batch/v1', {}, kinds).status).toBe(404);
    expect(answerDiscovery('/apis/v1', {}, kinds).status).toBe(404);
  });

  it('is not what a client gets that asks for an older aggregate only', () => {
    expect(() =>
      discover('/apis', { accept: accept.replace('v2', 'v2beta1') }),
    ).toThrow(Refusal);
  });
});
