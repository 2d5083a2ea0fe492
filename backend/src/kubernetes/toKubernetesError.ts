import {
  KubernetesError,
  type KubernetesFailure,
  type KubernetesRequest,
} from './kubernetesError';

/** An answer of Kubernetes that is no success. */
export interface FailedAnswer {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

const LONGEST_DETAIL = 500;

const failureOfStatus = new Map<number, KubernetesFailure>([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [408, 'slow'],
  [429, 'throttled'],
]);

/** Codes of Node and of undici, on the error or on one of its causes. */
const failureOfCode = new Map<string, KubernetesFailure>([
  ['UND_ERR_CONNECT_TIMEOUT', 'slow'],
  ['UND_ERR_HEADERS_TIMEOUT', 'slow'],
  ['UND_ERR_BODY_TIMEOUT', 'slow'],
  ['ETIMEDOUT', 'slow'],
  ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'tooLarge'],
  ['UND_ERR_SOCKET', 'noConnection'],
  ['UND_ERR_DESTROYED', 'noConnection'],
  ['UND_ERR_CLOSED', 'noConnection'],
  ['EAI_AGAIN', 'noConnection'],
  ['ECONNABORTED', 'noConnection'],
  ['ECONNREFUSED', 'noConnection'],
  ['ECONNRESET', 'noConnection'],
  ['EHOSTUNREACH', 'noConnection'],
  ['ENETUNREACH', 'noConnection'],
  ['ENOTFOUND', 'noConnection'],
  ['EPIPE', 'noConnection'],
  ['CERT_HAS_EXPIRED', 'notTrusted'],
  ['CERT_NOT_YET_VALID', 'notTrusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'notTrusted'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'notTrusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'notTrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'notTrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'notTrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'notTrusted'],
]);

/**
 * The error for an answer that is no success. Bodies are a JSON `Status`, or
 * plain text from a 429 of the in-flight limit (kubernetes.md 1.4, 2.1).
 */
export function errorOfAnswer(
  answer: FailedAnswer,
  request: KubernetesRequest,
  token: string,
): KubernetesError {
  const { status, headers, body } = answer;
  const byRange = status >= 500 ? 'serverError' : 'unexpected';
  return new KubernetesError(failureOfStatus.get(status) ?? byRange, request, {
    status,
    retryAfterSeconds: parseRetryAfter(headers['retry-after']),
    detail: detailOf(body, token),
  });
}

/** The error for what a transport or a parser threw, told by its codes only. */
export function errorOfThrown(
  thrown: unknown,
  request: KubernetesRequest,
  signal: AbortSignal,
): KubernetesError {
  if (thrown instanceof KubernetesError) {
    return thrown;
  }
  if (signal.aborted) {
    const isDeadline = field(signal.reason, 'name') === 'TimeoutError';
    return new KubernetesError(isDeadline ? 'slow' : 'aborted', request);
  }
  const code = codesOf(thrown).find(candidate => failureOfCode.has(candidate));
  return new KubernetesError(
    failureOfCode.get(code ?? '') ?? 'badAnswer',
    request,
    { detail: code },
  );
}

function codesOf(thrown: unknown): string[] {
  const codes: string[] = [];
  let error = thrown;
  for (let depth = 0; depth < 5; depth++) {
    const code = field(error, 'code');
    if (typeof code === 'string') {
      codes.push(code);
    }
    error = field(error, 'cause');
  }
  return codes;
}

/** By name, not by class: an error may come from another realm. */
function field(error: unknown, name: 'cause' | 'code' | 'name'): unknown {
  return typeof error === 'object' && error !== null
    ? Reflect.get(error, name)
    : undefined;
}

function parseRetryAfter(
  header: string | string[] | undefined,
): number | undefined {
  return typeof header === 'string' && /^\d{1,6}$/.test(header)
    ? Number(header)
    : undefined;
}

function detailOf(body: string, token: string): string | undefined {
  const text = messageOfStatus(body) ?? body;
  const detail = text
    .replaceAll(token, '[token]')
    .slice(0, LONGEST_DETAIL)
    .trim();
  return detail || undefined;
}

function messageOfStatus(body: string): string | undefined {
  try {
    const status: unknown = JSON.parse(body);
    return typeof status === 'object' &&
      status !== null &&
      'message' in status &&
      typeof status.message === 'string'
      ? status.message
      : undefined;
  } catch {
    return undefined; // Kubernetes answers some failures in plain text.
  }
}
