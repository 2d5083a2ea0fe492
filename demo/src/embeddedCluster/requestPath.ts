/** What a path asks for: objects, or anything else such as discovery. */
export type Target =
  | ({ type: 'resource' } & ResourceTarget)
  | { type: 'path'; path: string };

/** Objects, or one object, whether or not they exist. */
export interface ResourceTarget {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** Reads a path as the API server does before it decides about access. */
export function parsePath(path: string): Target {
  const [root, ...rest] = path.replace(/\/$/, '').split('/').slice(1);
  const isCore = root === 'api';
  const [group, version, ...parts] = isCore ? ['', ...rest] : rest;
  if ((!isCore && root !== 'apis') || parts.length === 0) {
    return { type: 'path', path };
  }

  const namespace = parts[0] === 'namespaces' ? parts[1] : undefined;
  const [plural, name, subresource] =
    namespace && parts.length > 2 ? parts.slice(2) : parts;
  const resource = { group, version, plural, namespace, name, subresource };
  return { type: 'resource', ...resource };
}
