/** A kind of object that the embedded cluster serves. */
export interface ServedKind {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  /** Built into the API server, as opposed to defined by a CRD. */
  builtIn: boolean;
  categories: string[];
  shortNames: string[];
}

function builtIn(
  groupVersion: string,
  kind: string,
  plural: string,
  options: Partial<ServedKind> = {},
): ServedKind {
  return {
    ...splitApiVersion(groupVersion),
    kind,
    plural,
    namespaced: true,
    builtIn: true,
    categories: [],
    shortNames: [],
    ...options,
  };
}

function custom(
  groupVersion: string,
  kind: string,
  plural: string,
  categories: string[],
  shortNames: string[] = [],
): ServedKind {
  return {
    ...splitApiVersion(groupVersion),
    kind,
    plural,
    namespaced: true,
    builtIn: false,
    categories: ['all', 'knative', ...categories],
    shortNames,
  };
}

const all = { categories: ['all'] };

/**
 * Versions are the storage versions of Knative's CRDs. A CRD may serve further
 * versions through a conversion webhook; none are listed here because nothing
 * here converts.
 */
const kinds: ServedKind[] = [
  builtIn('v1', 'ConfigMap', 'configmaps'),
  builtIn('v1', 'Namespace', 'namespaces', { namespaced: false }),
  builtIn('v1', 'Pod', 'pods', all),
  builtIn('v1', 'Secret', 'secrets'),
  builtIn('v1', 'Service', 'services', all),
  builtIn('v1', 'ServiceAccount', 'serviceaccounts'),
  builtIn('apps/v1', 'Deployment', 'deployments', all),

  custom('eventing.knative.dev/v1', 'Broker', 'brokers', ['eventing']),
  custom('eventing.knative.dev/v1', 'Trigger', 'triggers', ['eventing']),
  custom('eventing.knative.dev/v1beta2', 'EventType', 'eventtypes', [
    'eventing',
  ]),

  custom(
    'messaging.knative.dev/v1',
    'Channel',
    'channels',
    ['messaging', 'channel'],
    ['ch'],
  ),
  custom(
    'messaging.knative.dev/v1',
    'InMemoryChannel',
    'inmemorychannels',
    ['messaging', 'channel'],
    ['imc'],
  ),
  custom(
    'messaging.knative.dev/v1',
    'Subscription',
    'subscriptions',
    ['messaging'],
    ['sub'],
  ),

  custom('sources.knative.dev/v1', 'ApiServerSource', 'apiserversources', [
    'sources',
  ]),
  custom('sources.knative.dev/v1', 'ContainerSource', 'containersources', [
    'sources',
  ]),
  custom('sources.knative.dev/v1', 'PingSource', 'pingsources', ['sources']),
  custom('sources.knative.dev/v1', 'SinkBinding', 'sinkbindings', [
    'sources',
    'bindings',
  ]),

  custom('sinks.knative.dev/v1alpha1', 'JobSink', 'jobsinks', [
    'eventing',
    'sink',
  ]),
  custom('flows.knative.dev/v1', 'Parallel', 'parallels', ['flows']),
  custom('flows.knative.dev/v1', 'Sequence', 'sequences', ['flows']),

  custom(
    'serving.knative.dev/v1',
    'Service',
    'services',
    ['serving'],
    ['kservice', 'ksvc'],
  ),
];

/**
 * The kinds that a cluster serves when some are not installed.
 *
 * @param without - names of CRDs (`triggers.eventing.knative.dev`) or whole
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
  apiVersion: string,
  kind: string,
): ServedKind | undefined {
  return kinds.find(
    known => apiVersionOf(known) === apiVersion && known.kind === kind,
  );
}

/** Group and version as manifests write them: `v1` or `apps/v1`. */
export function apiVersionOf(kind: { group: string; version: string }): string {
  return kind.group ? `${kind.group}/${kind.version}` : kind.version;
}

function splitApiVersion(apiVersion: string) {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return { group, version };
}
