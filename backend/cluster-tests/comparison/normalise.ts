/** An answer, as far as both clusters can be expected to agree on it. */
export interface ComparedAnswer {
  status: number;
  contentType: string;
  body: unknown;
}

type Fields = Record<string, unknown>;

/** Differs from one cluster to the next, or is the API server's bookkeeping. */
const ownOfCluster = [
  'uid',
  'resourceVersion',
  'managedFields',
  'creationTimestamp',
  'serverAddressByClientCIDRs',
];

/**
 * What the API server adds to a manifest that leaves it out. The embedded cluster
 * serves manifests as they are.
 */
const defaulted: Record<string, string[]> = {
  Deployment: [
    'dnsPolicy',
    'imagePullPolicy',
    'progressDeadlineSeconds',
    'resources',
    'restartPolicy',
    'revisionHistoryLimit',
    'schedulerName',
    'securityContext',
    'strategy',
    'terminationGracePeriodSeconds',
    'terminationMessagePath',
    'terminationMessagePolicy',
  ],
  Service: [
    'clusterIPs',
    'internalTrafficPolicy',
    'ipFamilies',
    'ipFamilyPolicy',
    'sessionAffinity',
    'protocol',
  ],
  Namespace: ['finalizers'],
};

const demoNamespaces = ['payments', 'fraud'];

/** Leaves out what cannot be the same, and nothing else. */
export function normalised(body: unknown): unknown {
  const { kind, reason, message, ...rest } = isFields(body) ? body : {};
  if (kind === 'Status') {
    // The words about bad syntax are those of Kubernetes' parsers.
    const isAboutSyntax = reason === 'BadRequest' || reason === 'NotAcceptable';
    const details = isAboutSyntax ? undefined : rest.details;
    return { ...rest, details, reason, message: isAboutSyntax || message };
  }
  return isFields(body) && Array.isArray(body.items)
    ? { ...stripped(body, []), items: body.items.filter(isOfDemo).map(object) }
    : object(body);
}

/** Only objects of the demo mesh: the real cluster has others too. */
function isOfDemo(item: unknown): boolean {
  const { namespace, name } = (isFields(item) && item.metadata) as Fields;
  return demoNamespaces.includes(String(namespace ?? name));
}

function object(value: unknown): unknown {
  if (!isFields(value)) {
    return value;
  }
  // Items of built-in lists do not say what they are.
  const kind = value.kind ?? guessKind(value);
  const without = stripped(value, defaulted[String(kind)] ?? []);
  const { spec, ...rest } = without;
  const isEmpty = isFields(spec) && Object.keys(spec).length === 0;
  return isEmpty ? rest : without;
}

function guessKind({ spec }: Fields): string {
  if (isFields(spec) && 'template' in spec) {
    return 'Deployment';
  }
  return isFields(spec) && 'ports' in spec ? 'Service' : 'Namespace';
}

function stripped(fields: Fields, names: readonly string[]): Fields {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(strip);
    }
    return isFields(value) ? stripped(value, names) : value;
  };
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !ownOfCluster.includes(name) && !names.includes(name))
      .map(([name, field]) => [name, strip(field)]),
  );
}

/** True for what JSON calls an object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
