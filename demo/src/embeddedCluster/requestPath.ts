/** A request for objects, as the API server understands its path. */
export interface ResourceTarget {
  type: 'resource';
  group: string;
  version: string;
  /** With its subresource, if there is one: `brokers/status`. */
  plural: string;
  namespace?: string;
  name?: string;
}

/** A request for anything else, such as discovery or health. */
export interface PathTarget {
  type: 'path';
  path: string;
}

export type Target = ResourceTarget | PathTarget;

/** Reads what a path asks for, whether or not that exists. */
export function parsePath(path: string): Target {
  const [root, ...rest] = path.split('/').slice(1);
  const isCore = root === 'api';
  const [group, version, ...parts] = isCore ? ['', ...rest] : rest;
  if ((!isCore && root !== 'apis') || parts.length === 0) {
    return { type: 'path', path };
  }

  const inNamespace = parts[0] === 'namespaces' && parts.length > 1;
  const namespace = inNamespace ? parts[1] : undefined;
  const [plural, name, subresource] =
    inNamespace && parts.length > 2 ? parts.slice(2) : parts;
  return {
    type: 'resource',
    group,
    version,
    plural: subresource ? `${plural}/${subresource}` : plural,
    namespace,
    name,
  };
}
