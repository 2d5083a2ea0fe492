import {
  demoManifests,
  startEmbeddedCluster,
  type EmbeddedCluster,
} from 'demo';
import {
  applyYaml,
  describeOwnServer,
  installKnative,
  loadDemoMesh,
  startKubeApiserver,
  untilAllowed,
  type KubeApiserver,
} from 'testbed';
import { Agent, request } from 'undici';
import { discoveryAsFarAs } from './comparison/discoveryOf';
import { normalised, type ComparedAnswer } from './comparison/normalise';
import {
  access,
  discovery,
  lists,
  methods,
  missing,
  objects,
  otherPaths,
  queries,
  type ComparedRequest,
} from './comparison/requests';

/** What `narrow-token` may do on both. */
const narrowRights = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: narrow }
rules:
  - { apiGroups: [eventing.knative.dev], resources: [brokers], verbs: [list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: narrow }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: narrow }
subjects: [{ kind: User, name: narrow }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: narrow, namespace: payments }
rules:
  - { apiGroups: [eventing.knative.dev], resources: [triggers], verbs: [get, list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: narrow, namespace: payments }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: narrow }
subjects: [{ kind: User, name: narrow }]
`;

describeOwnServer('the embedded cluster answers like a real one', () => {
  let real: KubeApiserver;
  let embedded: EmbeddedCluster;
  let agents: Map<Target, Agent>;
  type Target = KubeApiserver | EmbeddedCluster;

  beforeAll(async () => {
    real = await startKubeApiserver({ tokens: ['narrow-token,narrow,narrow'] });
    await installKnative(real);
    await loadDemoMesh(real);
    await applyYaml(real, narrowRights);
    const group = 'eventing.knative.dev';
    await untilAllowed(real, 'narrow-token', [
      { group, resource: 'brokers' },
      { group, resource: 'triggers', namespace: 'payments' },
    ]);
    embedded = await startEmbeddedCluster({
      manifests: demoManifests,
      // Its CRD is in no Go module that can be had.
      without: ['rabbitmqsources.sources.knative.dev'],
      tokens: [
        { token: real.adminToken, user: 'admin', rules: 'all' },
        {
          token: 'narrow-token',
          user: 'narrow',
          rules: [
            { apiGroups: [group], resources: ['brokers'], verbs: ['list'] },
            {
              apiGroups: [group],
              resources: ['triggers'],
              verbs: ['get', 'list'],
              namespaces: ['payments'],
            },
          ],
        },
      ],
    });
    agents = new Map(
      [real, embedded].map(cluster => [
        cluster,
        new Agent({ connect: { ca: cluster.caCertificate } }),
      ]),
    );
  });
  afterAll(async () => {
    await Promise.all([...agents.values()].map(agent => agent.destroy()));
    await embedded?.close();
    await real?.stop();
  });

  const bearerOf = (as: ComparedRequest['as']) =>
    ({
      narrow: 'Bearer narrow-token',
      garbage: 'Bearer garbage',
      nobody: undefined,
      admin: `Bearer ${real.adminToken}`,
    }[as ?? 'admin']);

  const send = async (
    cluster: Target,
    { path, method = 'GET', accept, ...asked }: ComparedRequest,
    etag?: string,
  ) => {
    const authorization = asked.authorization ?? bearerOf(asked.as);
    const answer = await request(`${cluster.url}${path}`, {
      method,
      dispatcher: agents.get(cluster),
      headers: {
        ...(authorization === undefined ? {} : { authorization }),
        ...(accept === undefined ? {} : { accept }),
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      },
    });
    return {
      status: answer.statusCode,
      contentType: String(answer.headers['content-type']),
      text: await answer.body.text(),
      etag: answer.headers.etag,
    };
  };
  const ask = async (
    cluster: Target,
    asked: ComparedRequest,
  ): Promise<ComparedAnswer> => {
    const first = await send(cluster, asked);
    const { status, contentType, text } = asked.ifNoneMatch
      ? await send(cluster, asked, String(first.etag))
      : first;
    const isJson = contentType.startsWith('application/json') && text;
    const body = normalised(isJson ? JSON.parse(text) : text);
    return { status, contentType, body };
  };

  const agreed = (requests: readonly ComparedRequest[]) =>
    requests.filter(({ differs }) => !differs).map(named);
  const differing = [
    ...discovery,
    ...lists,
    ...missing,
    ...queries,
    ...methods,
  ].flatMap(asked => (asked.differs ? [named(asked)] : []));

  it.each([
    ...agreed(otherPaths),
    ...agreed(lists),
    ...agreed(objects),
    ...agreed(missing),
    ...agreed(queries),
    ...agreed(access),
    ...agreed(methods),
  ])('%s', async (_, asked) => {
    const [theirs, ours] = [await ask(real, asked), await ask(embedded, asked)];

    expect(ours).toEqual(theirs);
  });

  it.each(agreed(discovery))('discovery: %s', async (_, asked) => {
    const [theirs, ours] = [await ask(real, asked), await ask(embedded, asked)];

    expect(ours).toEqual({
      ...theirs,
      body: discoveryAsFarAs(ours.body, theirs.body),
    });
  });

  it.each(differing)('not in this: %s', async (_, asked) => {
    const { status: theirs } = await send(real, asked);
    const { status: ours } = await send(embedded, asked);

    expect({ real: theirs, embedded: ours }).toEqual({
      real: asked.differs?.real,
      embedded: asked.differs?.embedded,
    });
  });
});

function named(asked: ComparedRequest): [string, ComparedRequest] {
  const { method = 'GET', path, differs, ...rest } = asked;
  const details = Object.entries(rest).map(
    ([name, value]) => `${name} ${value}`,
  );
  const because = differs ? [`because ${differs.because}`] : [];
  return [
    [method, decodeURIComponent(path), ...details, ...because].join(' '),
    asked,
  ];
}
