import type { Caller } from './caller';
import { expectJson, get } from './get';
import type { KubernetesRequest } from './kubernetesError';

/** A document of Kubernetes, or word that the known one is still right. */
export type JsonAnswer =
  | { unchanged: true }
  | { unchanged: false; document: unknown; etag?: string };

/**
 * Reads one JSON document from Kubernetes, such as one of discovery.
 *
 * @param path - path with query, made of checked parts
 * @throws KubernetesError if Kubernetes refuses; else whatever the transport threw
 */
export async function getJson(
  caller: Caller,
  path: string,
  options: { accept: string; etag?: string; request: KubernetesRequest },
): Promise<JsonAnswer> {
  const { accept, etag: knownEtag, request } = options;
  const answer = await get(caller, path, {
    accept,
    ...(knownEtag ? { 'if-none-match': knownEtag } : {}),
  });
  if (answer.status === 304 && knownEtag) {
    return { unchanged: true };
  }
  expectJson(answer, request, caller);
  const { etag } = answer.headers;
  return {
    unchanged: false,
    document: JSON.parse(answer.bytes.toString()),
    etag: typeof etag === 'string' ? etag : undefined,
  };
}
