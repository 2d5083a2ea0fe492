import { request as send } from 'undici';
import type { Caller } from './caller';
import type { KubernetesRequest } from './kubernetesError';
import { errorOfAnswer } from './toKubernetesError';

/** A server that is about to end still answers as it should. */
const READY = '/readyz?exclude=shutdown';

/**
 * Asks the API server whether it has started up. Until then its discovery lacks
 * kinds that are installed, and nothing in the discovery says so.
 *
 * @throws KubernetesError if it is not ready, or does not accept the token; else
 * whatever the transport threw
 */
export async function checkReady(
  { connection, token, signal }: Caller,
  request: KubernetesRequest,
): Promise<void> {
  const answer = await send(`${connection.url}${READY}`, {
    dispatcher: connection.agent,
    signal,
    headers: { authorization: `Bearer ${token}` },
  });
  const body = await answer.body.text();
  const { statusCode: status, headers } = answer;
  // Whoever may not ask, or has no such path, has to believe discovery.
  if (status !== 200 && status !== 403 && status !== 404) {
    throw errorOfAnswer({ status, headers, body }, request, token);
  }
}
