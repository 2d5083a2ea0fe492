/** A kind of object that the embedded cluster serves. */
export interface ServedKind {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  /** Part of the API server, as opposed to defined by a CRD. */
  builtIn: boolean;
  categories: string[];
}

/**
 * One version each, the storage version: the others of a CRD come from its
 * conversion webhook, and nothing here converts.
 */
const kinds: ServedKind[] = [
  served('v1', 'ConfigMap'),
  served('v1', 'Namespace'),
  served('v1', 'Pod', 'all'),
  served('v1', 'Secret'),
  served('v1', 'Service', 'all'),
  served('v1', 'ServiceAccount'),
  served('apps/v1', 'Deployment', 'all'),
  served('eventing.knative.dev/v1', 'Broker', 'all knative eventing'),
  served('eventing.knative.dev/v1', 'Trigger', 'all knative eventing'),
  served('eventing.knative.dev/v1beta2', 'EventType', 'all knative eventing'),
  served(
    'messaging.knative.dev/v1',
    'Channel',
    'all knative messaging channel',
  ),
  served(
    'messaging.knative.dev/v1',
    'InMemoryChannel',
    'all knative messaging channel',
  ),
  served('messaging.knative.dev/v1', 'Subscription', 'all knative messaging'),
  served('sources.knative.dev/v1', 'ApiServerSource', 'all knative sources'),
  served('sources.knative.dev/v1', 'ContainerSource', 'all knative sources'),
  served('sources.knative.dev/v1', 'PingSource', 'all knative sources'),
  served(
    'sources.knative.dev/v1',
    'SinkBinding',
    'all knative sources bindings',
  ),
  served('sinks.knative.dev/v1alpha1', 'JobSink', 'all knative eventing sink'),
  served('flows.knative.dev/v1', 'Parallel', 'all knative flows'),
  served('flows.knative.dev/v1', 'Sequence', 'all knative flows'),
  served('serving.knative.dev/v1', 'Service', 'all knative serving'),
];

/**
 * The kinds of a cluster on which some are not installed.
 *
 * @param without - names of CRDs (`triggers.eventing.knative.dev`) or of whole
 * groups (`sources.knative.dev`)
 */
export function servedKinds(without: readonly string[] = []): ServedKind[] {
  return kinds.filter(
    ({ group, plural }) =>
      !without.includes(group) && !without.includes(`${plural}.${group}`),
  );
}

/** The kind behind `apiVersion` and `kind` of a manifest, if it is known. */
export function findKind(
  apiVersion: unknown,
  kind: unknown,
): ServedKind | undefined {
  return kinds.find(
    known => apiVersionOf(known) === apiVersion && known.kind === kind,
  );
}

/** Group and version as manifests write them: `v1` or `apps/v1`. */
export function apiVersionOf(kind: { group: string; version: string }): string {
  return kind.group ? `${kind.group}/${kind.version}` : kind.version;
}

function served(apiVersion: string, kind: string, categories = ''): ServedKind {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return {
    group,
    version,
    kind,
    // All these kinds have regular plurals.
    plural: `${kind.toLowerCase()}s`,
    namespaced: kind !== 'Namespace',
    builtIn: !group.endsWith('.knative.dev'),
    categories: categories.split(' ').filter(Boolean),
  };
}
