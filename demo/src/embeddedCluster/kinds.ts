/** A kind of object that the embedded cluster serves. */
export interface ServedKind {
  /** Empty for the core group. */
  group: string;
  version: string;
  apiVersion: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  /** Part of the API server, as opposed to defined by a CRD. */
  builtIn: boolean;
  categories?: string[];
}

/**
 * Each kind in the versions that its CRD serves, if they differ in name only.
 * Those of EventType differ in their fields, which Knative's webhook converts
 * and nothing here does: only the stored one is served.
 */
const allKinds: ServedKind[] = [
  ...served('', 'v1', 'ConfigMap Namespace Secret ServiceAccount'),
  ...served('', 'v1', 'Pod Service', 'all'),
  ...served('apps', 'v1', 'Deployment', 'all'),
  ...knative('eventing', 'v1', 'Broker Trigger', 'eventing'),
  ...knative('eventing', 'v1beta2', 'EventType', 'eventing'),
  ...knative('eventing', 'v1alpha1', 'EventPolicy EventTransform', 'eventing'),
  ...knative('eventing', 'v1alpha1', 'KafkaSink RequestReply', 'eventing'),
  ...knative('flows', 'v1', 'Parallel Sequence', 'flows'),
  ...knative('messaging', 'v1', 'Channel', 'messaging channel'),
  ...knative('messaging', 'v1', 'InMemoryChannel', 'messaging channel'),
  ...knative('messaging', 'v1', 'Subscription', 'messaging'),
  ...knative('messaging', 'v1 v1beta1', 'KafkaChannel', 'messaging channel'),
  ...knative('serving', 'v1', 'Service', 'serving'),
  ...knative('sinks', 'v1alpha1', 'IntegrationSink JobSink', 'eventing sink'),
  ...knative('sources', 'v1', 'ApiServerSource ContainerSource', 'sources'),
  ...knative('sources', 'v1', 'SinkBinding', 'sources bindings'),
  ...knative('sources', 'v1 v1beta2', 'PingSource', 'sources'),
  ...knative('sources', 'v1 v1beta1', 'KafkaSource', 'eventing sources'),
  ...knative('sources', 'v1alpha1', 'IntegrationSource', 'sources'),
  ...knative(
    'sources',
    'v1alpha1',
    'RabbitmqSource',
    'eventing sources importers',
  ),
];

/**
 * The kinds of a cluster on which some are not installed.
 *
 * @param without - names of CRDs (`triggers.eventing.knative.dev`) or of whole
 * groups (`sources.knative.dev`)
 */
export function servedKinds(without: readonly string[] = []): ServedKind[] {
  return allKinds.filter(
    ({ group, plural }) =>
      !without.includes(group) && !without.includes(`${plural}.${group}`),
  );
}

function knative(
  area: string,
  versions: string,
  kinds: string,
  categories: string,
): ServedKind[] {
  const group = `${area}.knative.dev`;
  return served(group, versions, kinds, `all knative ${categories}`);
}

function served(
  group: string,
  versions: string,
  kinds: string,
  categories?: string,
): ServedKind[] {
  return versions.split(' ').flatMap(version =>
    kinds.split(' ').map(kind => ({
      group,
      version,
      apiVersion: group ? `${group}/${version}` : version,
      kind,
      plural: pluralOf(kind),
      namespaced: kind !== 'Namespace',
      builtIn: !group.endsWith('.knative.dev'),
      categories: categories?.split(' '),
    })),
  );
}

/** All these kinds have the plurals of English words. */
function pluralOf(kind: string): string {
  return `${kind.toLowerCase().replace(/y$/, 'ie')}s`;
}
