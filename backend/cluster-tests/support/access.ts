import {
  applyObjects,
  createServiceAccount,
  mintToken,
  untilAllowed,
  type Cluster,
  type ListRight,
} from 'testbed';

/** Kinds that the mesh can do without, by group. */
export const optionalKinds = [
  ['EventPolicy', 'eventing.knative.dev', 'eventpolicies'],
  ['EventTransform', 'eventing.knative.dev', 'eventtransforms'],
  ['KafkaSink', 'eventing.knative.dev', 'kafkasinks'],
  ['RequestReply', 'eventing.knative.dev', 'requestreplies'],
  ['Parallel', 'flows.knative.dev', 'parallels'],
  ['Sequence', 'flows.knative.dev', 'sequences'],
  ['Channel', 'messaging.knative.dev', 'channels'],
  ['InMemoryChannel', 'messaging.knative.dev', 'inmemorychannels'],
  ['KafkaChannel', 'messaging.knative.dev', 'kafkachannels'],
  ['Subscription', 'messaging.knative.dev', 'subscriptions'],
  ['IntegrationSink', 'sinks.knative.dev', 'integrationsinks'],
  ['JobSink', 'sinks.knative.dev', 'jobsinks'],
  ['ApiServerSource', 'sources.knative.dev', 'apiserversources'],
  ['ContainerSource', 'sources.knative.dev', 'containersources'],
  ['IntegrationSource', 'sources.knative.dev', 'integrationsources'],
  ['KafkaSource', 'sources.knative.dev', 'kafkasources'],
  ['PingSource', 'sources.knative.dev', 'pingsources'],
  ['SinkBinding', 'sources.knative.dev', 'sinkbindings'],
] as const;

/** What the service lists of the demo mesh. */
export const allRights: readonly ListRight[] = [
  { group: 'eventing.knative.dev', resource: 'brokers' },
  { group: 'eventing.knative.dev', resource: 'eventtypes' },
  { group: 'eventing.knative.dev', resource: 'triggers' },
  ...optionalKinds.map(([, group, resource]) => ({ group, resource })),
  { group: '', resource: 'services' },
  { group: 'apps', resource: 'deployments' },
  { group: 'serving.knative.dev', resource: 'services' },
];

const rbac = 'rbac.authorization.k8s.io';

/** A token of a new ServiceAccount that has these rights and no others. */
export async function tokenWith(
  cluster: Cluster,
  name: string,
  rights: readonly ListRight[],
): Promise<string> {
  const account = await createServiceAccount(cluster, 'default', name);
  const subjects = [{ kind: 'ServiceAccount', namespace: 'default', name }];
  const namespaces = new Set(rights.map(({ namespace }) => namespace));
  await applyObjects(
    cluster,
    [...namespaces].flatMap(namespace => {
      const kind = namespace ? 'Role' : 'ClusterRole';
      const apiVersion = `${rbac}/v1`;
      const metadata = { name, namespace };
      const rules = rights
        .filter(right => right.namespace === namespace)
        .map(({ group, resource }) => ({
          apiGroups: [group],
          resources: [resource],
          verbs: ['list'],
        }));
      const roleRef = { apiGroup: rbac, kind, name };
      return [
        { apiVersion, kind, metadata, rules },
        { apiVersion, kind: `${kind}Binding`, metadata, roleRef, subjects },
      ];
    }),
  );
  const token = await mintToken(cluster, account);
  await untilAllowed(cluster, token, rights);
  return token;
}
