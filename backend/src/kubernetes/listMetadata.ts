import type { Caller } from './caller';
import { expectJson, get } from './get';
import type { KubernetesRequest } from './kubernetesError';
import type { ListAnswer } from './listAnswer';

const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/**
 * Lists the metadata of objects of any resource, which CustomObjectsApi does not
 * do for the core group.
 *
 * @param path - path with query, made of checked parts
 * @throws KubernetesError if Kubernetes refuses; else whatever the transport threw
 */
export async function listMetadata(
  caller: Caller,
  path: string,
  request: KubernetesRequest,
): Promise<ListAnswer> {
  const answer = await get(caller, path, { accept: METADATA_ONLY });
  expectJson(answer, request, caller);
  const { bytes } = answer;
  return { bytes, parse: async () => JSON.parse(bytes.toString()) };
}
