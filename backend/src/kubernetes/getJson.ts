import { request as send } from 'undici';
import type { Caller } from './caller';
import { KubernetesError, type KubernetesRequest } from './kubernetesError';
import { errorOfAnswer } from './toKubernetesError';

/** A document of Kubernetes, or word that the known one is still right. */
export type JsonAnswer =
  | { unchanged: true }
  | { unchanged: false; document: unknown; etag?: string };

/**
 * Reads one JSON document from Kubernetes: what CustomObjectsApi does not serve,
 * such as the core group, metadata only, and discovery.
 *
 * @param path - path with query, made of checked parts
 * @throws KubernetesError if Kubernetes refuses; else whatever the transport threw
 */
export async function getJson(
  { connection, token, signal }: Caller,
  path: string,
  options: { accept: string; etag?: string; request: KubernetesRequest },
): Promise<JsonAnswer> {
  const { accept, etag: knownEtag, request } = options;
  const answer = await send(`${connection.url}${path}`, {
    dispatcher: connection.agent,
    signal,
    headers: {
      authorization: `Bearer ${token}`,
      accept,
      ...(knownEtag ? { 'if-none-match': knownEtag } : {}),
    },
  });
  const body = await answer.body.text();
  const { statusCode: status, headers } = answer;
  if (status === 304 && knownEtag) {
    return { unchanged: true };
  }
  if (status !== 200) {
    throw errorOfAnswer({ status, headers, body }, request, token);
  }
  if (!String(headers['content-type']).startsWith('application/json')) {
    throw new KubernetesError('badAnswer', request, { status });
  }
  const { etag } = headers;
  return {
    unchanged: false,
    document: JSON.parse(body),
    etag: typeof etag === 'string' ? etag : undefined,
  };
}
