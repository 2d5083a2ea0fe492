import { KubernetesError, type KubernetesRequest } from './kubernetesError';
import { isPathPart, type Resource } from './resource';

/** A list to be asked of Kubernetes. */
export interface ListRequest {
  resource: Resource;
  /** All namespaces if absent. */
  namespace?: string;
  /** Only the object of this name: that takes the right to get it, not to list. */
  name?: string;
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
export function listPath(list: ListRequest): string {
  const { resource, namespace, name, label } = list;
  const { group, version, plural } = resource;
  const root = group ? `/apis/${group}/${version}` : `/api/${version}`;
  const place = namespace === undefined ? '' : `/namespaces/${namespace}`;
  const object = name === undefined ? '' : `/${name}`;
  const query =
    label === undefined ? '' : `?labelSelector=${encodeURIComponent(label)}`;
  return `${root}${place}/${plural}${object}${query}`;
}

/**
 * The list in the words of access rules.
 *
 * @throws KubernetesError if a name cannot be a part of a path
 */
export function describeList(list: ListRequest): KubernetesRequest {
  const { group, version, plural } = list.resource;
  const { namespace, name } = list;
  const request: KubernetesRequest = {
    verb: name === undefined ? 'list' : 'get',
    group,
    resource: plural,
    namespace,
    name,
  };
  const parts = [version, plural, ...(group ? [group] : [])];
  for (const part of [namespace, name]) {
    if (part !== undefined) {
      parts.push(part);
    }
  }
  if (!parts.every(isPathPart)) {
    throw new KubernetesError('badAnswer', request);
  }
  return request;
}
