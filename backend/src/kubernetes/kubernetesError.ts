/** What was asked of Kubernetes, in the words of its access rules. */
export interface KubernetesRequest {
  verb: 'get' | 'list';
  /** A path that is no resource, such as `/apis`. */
  path?: string;
  group?: string;
  /** The plural, such as `triggers`. */
  resource?: string;
  namespace?: string;
  /** Of the one object that is asked for. */
  name?: string;
}

/**
 * Why Kubernetes gave no usable answer.
 *
 * - `throttled`: 429. `serverError`: 5xx.
 * - `noConnection`: refused, reset, or the host is not known.
 * - `notTrusted`: the API server's certificate does not verify.
 * - `badAnswer`: cut, not JSON, or not of the shape that was asked for.
 * - `tooLarge`: more than the service is ready to hold.
 * - `stale`: discovery says that it does not know the group at present.
 * - `slow`: no answer within a time limit or the deadline.
 * - `aborted`: nobody waits for the answer any more.
 * - `unexpected`: a status that has no meaning for a list.
 */
export type KubernetesFailure =
  | 'unauthorized'
  | 'forbidden'
  | 'throttled'
  | 'serverError'
  | 'noConnection'
  | 'notTrusted'
  | 'badAnswer'
  | 'tooLarge'
  | 'stale'
  | 'slow'
  | 'aborted'
  | 'unexpected';

const descriptions: Record<KubernetesFailure, string> = {
  unauthorized: 'does not accept the token for',
  forbidden: 'does not allow the token to',
  throttled: 'has too many requests to answer',
  serverError: 'failed to answer',
  noConnection: 'cannot be reached for',
  notTrusted: 'showed a certificate that cannot be verified for',
  badAnswer: 'gave an answer that cannot be read to',
  tooLarge: 'gave an answer that is too large to',
  stale: 'does not know at present whether it can',
  slow: 'did not answer in time to',
  aborted: 'was not waited for to',
  unexpected: 'gave an unexpected answer to',
};

/**
 * The one error that leaves the Kubernetes client. It is built from our own
 * words and from chosen parts of the answer, never from the message or the
 * cause of what was thrown: those hold headers, and may hold the token.
 */
export class KubernetesError extends Error {
  override name = 'KubernetesError';
  readonly failure: KubernetesFailure;
  readonly request: KubernetesRequest;
  /** HTTP status, if there was an answer. */
  readonly status?: number;
  /** What Kubernetes asked to wait, in seconds. */
  readonly retryAfterSeconds?: number;
  /** Kubernetes' own words for the log, shortened and without the token. */
  readonly detail?: string;

  constructor(
    failure: KubernetesFailure,
    request: KubernetesRequest,
    facts: {
      status?: number;
      retryAfterSeconds?: number;
      detail?: string;
    } = {},
  ) {
    super(`Kubernetes ${descriptions[failure]} ${describeRequest(request)}.`);
    this.failure = failure;
    this.request = request;
    this.status = facts.status;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.detail = facts.detail;
  }
}

const outages: ReadonlySet<KubernetesFailure> = new Set([
  'throttled',
  'serverError',
  'noConnection',
  'badAnswer',
  'tooLarge',
  'stale',
  'slow',
  'unexpected',
]);

/**
 * Whether Kubernetes could not answer what it was asked, so that nothing is known
 * about it; as opposed to what is wrong with the token, or with every request.
 */
export function isOutage(error: unknown): error is KubernetesError {
  return error instanceof KubernetesError && outages.has(error.failure);
}

/** As in `list triggers.eventing.knative.dev in namespace "shop"`. */
export function describeRequest(request: KubernetesRequest): string {
  const { verb, path, group, resource, namespace, name } = request;
  if (path) {
    return `${verb} ${path}`;
  }
  const what = group ? `${resource}.${group}` : resource;
  if (name !== undefined && namespace === undefined) {
    return `${verb} ${what} "${name}"`;
  }
  const where = namespace ? `in namespace "${namespace}"` : 'in all namespaces';
  return `${verb} ${what} ${where}`;
}
