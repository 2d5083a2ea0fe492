import type { KubernetesObject } from '../cluster/kubernetesObject';

/** How the API server serves one kind. */
export interface Resource {
  plural: string;
  isNamespaced: boolean;
  hasStatus: boolean;
}

/** The resources of an APIResourceList, by kind. */
export function parseResources(list: unknown): Map<string, Resource> {
  const { resources = [] } = list as { resources?: ListedResource[] };
  const names = new Set(resources.map(({ name }) => name));
  const own = resources.filter(({ name }) => !name.includes('/'));
  return new Map(
    own.map(({ name, kind, namespaced }) => [
      kind,
      {
        plural: name,
        isNamespaced: namespaced,
        hasStatus: names.has(`${name}/status`),
      },
    ]),
  );
}

interface ListedResource {
  /** The plural, or `<plural>/<subresource>`. */
  name: string;
  kind: string;
  namespaced: boolean;
}

/** The path below which the API server serves a group and version. */
export function groupPath(apiVersion: string): string {
  return apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
}

/** The path of one object. */
export function objectPath(
  { apiVersion, metadata: { name, namespace } }: KubernetesObject,
  { plural, isNamespaced }: Resource,
): string {
  const scope = isNamespaced ? `/namespaces/${namespace ?? 'default'}` : '';
  return `${groupPath(apiVersion)}${scope}/${plural}/${encodeURIComponent(
    name,
  )}`;
}
