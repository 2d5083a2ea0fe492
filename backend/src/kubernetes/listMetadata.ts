import type { Caller } from './caller';
import { expectJson, get } from './get';
import type { KubernetesRequest } from './kubernetesError';
import type { ListAnswer } from './listAnswer';
import { listPath, type ListRequest } from './listRequest';

const metadataOnly = (as: string) =>
  `application/json;as=${as};g=meta.k8s.io;v=v1,application/json`;
const OF_LIST = metadataOnly('PartialObjectMetadataList');
const OF_OBJECT = metadataOnly('PartialObjectMetadata');

/**
 * Lists the metadata of objects of any resource, which CustomObjectsApi does not
 * do for the core group.
 * @throws KubernetesError if Kubernetes refuses; else whatever the transport threw
 */
export async function listMetadata(
  caller: Caller,
  list: ListRequest,
  request: KubernetesRequest,
): Promise<ListAnswer> {
  const answer = await get(caller, listPath(list), {
    accept: list.name === undefined ? OF_LIST : OF_OBJECT,
  });
  expectJson(answer, request, caller);
  const { bytes } = answer;
  return { bytes, parse: async () => JSON.parse(bytes.toString()) };
}
