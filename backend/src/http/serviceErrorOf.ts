import { ServiceError } from '../errors';
import { KubernetesError } from '../kubernetes/kubernetesError';

/** What to wait when Kubernetes does not say, in seconds. */
const RETRY_AFTER_SECONDS = 5;

/** The answer that an error leads to (table of design §3). */
export function serviceErrorOf(error: unknown): ServiceError {
  if (error instanceof ServiceError) {
    return error;
  }
  if (error instanceof KubernetesError) {
    return answerOf(error);
  }
  return new ServiceError(
    500,
    'internal',
    'This is a defect of the event mesh service. Its log says more.',
  );
}

function answerOf(error: KubernetesError): ServiceError {
  const { failure, message, request } = error;
  const retryAfterSeconds = Math.max(
    1,
    error.retryAfterSeconds ?? RETRY_AFTER_SECONDS,
  );
  switch (failure) {
    case 'unauthorized':
      return new ServiceError(
        401,
        'unauthorized',
        'Kubernetes does not accept the token. It may have expired, or belong to another cluster.',
      );
    case 'forbidden':
      return new ServiceError(
        403,
        'forbidden',
        `${message} Add to a ClusterRole, and bind it to the token's user:\n` +
          `- nonResourceURLs: [${JSON.stringify(
            request.path ?? '',
          )}]\n  verbs: ["get"]`,
      );
    case 'slow':
      return new ServiceError(
        504,
        'timeout',
        `${message} Try again, or ask for fewer namespaces with ?namespace=.`,
        { retryAfterSeconds },
      );
    case 'notTrusted':
      return new ServiceError(
        503,
        'unavailable',
        `${message} Check KUBERNETES_CA_FILE of the service.`,
        { retryAfterSeconds },
      );
    case 'tooLarge':
      return new ServiceError(
        503,
        'unavailable',
        `${message} Ask for fewer namespaces with ?namespace=.`,
        { retryAfterSeconds },
      );
    default:
      return new ServiceError(503, 'unavailable', `${message} Try again.`, {
        retryAfterSeconds,
      });
  }
}
