import { KubernetesError, type KubernetesRequest } from './kubernetesError';
import { isPathPart, type Resource } from './resource';

/** A list to be asked of Kubernetes. */
export interface ListRequest {
  resource: Resource;
  /** All namespaces if absent. */
  namespace?: string;
  /** Only objects that have this label, whatever its value. */
  label?: string;
  /** Whole objects of custom resources, or metadata only of any resource. */
  content: 'objects' | 'metadata';
}

/** A text that is the same for lists that are asked for in the same way. */
export function listKey(list: ListRequest): string {
  return `${list.content} ${listPath(list)}`;
}

/** Path with query, made of parts that `describeList` checks. */
export function listPath({ resource, namespace, label }: ListRequest): string {
  const { group, version, plural } = resource;
  const root = group ? `/apis/${group}/${version}` : `/api/${version}`;
  const place = namespace === undefined ? '' : `/namespaces/${namespace}`;
  const query =
    label === undefined ? '' : `?labelSelector=${encodeURIComponent(label)}`;
  return `${root}${place}/${plural}${query}`;
}

/**
 * The list in the words of access rules.
 *
 * @throws KubernetesError if a name cannot be a part of a path
 */
export function describeList(list: ListRequest): KubernetesRequest {
  const { group, version, plural } = list.resource;
  const { namespace } = list;
  const request: KubernetesRequest = {
    verb: 'list',
    group,
    resource: plural,
    namespace,
  };
  const parts = [version, plural, ...(group ? [group] : [])];
  if (namespace !== undefined) {
    parts.push(namespace);
  }
  if (!parts.every(isPathPart)) {
    throw new KubernetesError('badAnswer', request);
  }
  return request;
}
