import type { ListRequest } from '../kubernetes/listRequest';
import type { Resource } from '../kubernetes/resource';

/** The list of the whole objects of a kind, in a namespace or everywhere. */
export function objectList(
  resource: Resource,
  namespace: string | undefined,
): ListRequest {
  return { resource, namespace, content: 'objects' };
}
