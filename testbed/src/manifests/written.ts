import type { KubernetesObject } from '../cluster/kubernetesObject';

/** What the API server gives to an object, and does not take from a manifest. */
const givenByServer = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
];

/**
 * The object as its author writes it. The API server passes over a status that
 * belongs to the subresource.
 */
export function writtenObject(object: KubernetesObject): KubernetesObject {
  const { metadata } = object;
  const kept = Object.entries(metadata).filter(
    ([name]) => !givenByServer.includes(name),
  );
  return {
    ...object,
    metadata: { ...Object.fromEntries(kept), name: metadata.name },
  };
}

/** What its controller writes; undefined if the object has no status. */
export function writtenStatus(
  object: KubernetesObject,
): KubernetesObject | undefined {
  const { apiVersion, kind, metadata, status } = object;
  const { name, namespace } = metadata;
  return status === undefined
    ? undefined
    : { apiVersion, kind, metadata: { name, namespace }, status };
}
