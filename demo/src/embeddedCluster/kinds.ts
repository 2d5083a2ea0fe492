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
 * One version each, the storage version: the others of a CRD come from its
 * conversion webhook, and nothing here converts.
 */
const allKinds: ServedKind[] = [
  ...served('v1', 'ConfigMap Namespace Secret ServiceAccount'),
  ...served('v1', 'Pod Service', 'all'),
  ...served('apps/v1', 'Deployment', 'all'),
  ...knative('eventing', 'v1', 'Broker Trigger', 'eventing'),
  ...knative('eventing', 'v1beta2', 'EventType', 'eventing'),
  ...knative('flows', 'v1', 'Parallel Sequence', 'flows'),
  ...knative('messaging', 'v1', 'Channel', 'messaging channel'),
  ...knative('messaging', 'v1', 'InMemoryChannel', 'messaging channel'),
  ...knative('messaging', 'v1', 'Subscription', 'messaging'),
  ...knative('serving', 'v1', 'Service', 'serving'),
  ...knative('sinks', 'v1alpha1', 'JobSink', 'eventing sink'),
  ...knative('sources', 'v1', 'ApiServerSource ContainerSource', 'sources'),
  ...knative('sources', 'v1', 'PingSource', 'sources'),
  ...knative('sources', 'v1', 'SinkBinding', 'sources bindings'),
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
  version: string,
  kinds: string,
  categories: string,
): ServedKind[] {
  const apiVersion = `${area}.knative.dev/${version}`;
  return served(apiVersion, kinds, `all knative ${categories}`);
}

function served(
  apiVersion: string,
  kinds: string,
  categories?: string,
): ServedKind[] {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return kinds.split(' ').map(kind => ({
    group,
    version,
    apiVersion,
    kind,
    // All these kinds have regular plurals.
    plural: `${kind.toLowerCase()}s`,
    namespaced: kind !== 'Namespace',
    builtIn: !group.endsWith('.knative.dev'),
    categories: categories?.split(' '),
  }));
}
