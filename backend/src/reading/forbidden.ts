import { KubernetesError } from '../kubernetes/kubernetesError';

/**
 * Waits for a list that the caller may be refused.
 *
 * @returns undefined if it is refused
 * @throws KubernetesError for any other failure
 */
export async function unlessForbidden<T>(
  list: Promise<T>,
): Promise<T | undefined> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof KubernetesError && error.failure === 'forbidden') {
      return undefined;
    }
    throw error;
  }
}
