import { KUBERNETES_ID } from 'backstage-plugin-knative-event-mesh-common';
import {
  isObject,
  MalformedObject,
  objectAt,
  requiredObjectAt,
  requiredTextAt,
  textAt,
  textsAt,
  type UnknownObject,
} from './guards';

/** What the answer tells of every object. */
export interface Metadata {
  name: string;
  namespace: string;
  uid: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Largest annotation that is passed on, in bytes. */
const LARGEST_ANNOTATION = 4096;

/**
 * Reads the metadata of a namespaced object.
 *
 * @throws MalformedObject if name, namespace or uid is missing
 */
export function parseMetadata(object: UnknownObject): Metadata {
  const metadata = requiredObjectAt(object, 'metadata');
  return {
    name: requiredTextAt(metadata, 'name'),
    namespace: requiredTextAt(metadata, 'namespace'),
    uid: requiredTextAt(metadata, 'uid'),
    labels: textsAt(metadata, 'labels'),
    annotations: visibleAnnotations(textsAt(metadata, 'annotations')),
  };
}

/** What metadata says about which component an object belongs to. */
export interface ComponentMetadata {
  name: string;
  namespace: string;
  labels: Record<string, string>;
  kubernetesId?: string;
}

/**
 * Reads from an object's metadata what links it to a component: the id as a
 * label, else as an annotation (design §3). What is malformed is as good as not
 * there: the object exists all the same.
 */
export function parseComponentMetadata(object: unknown): ComponentMetadata {
  const metadata = isObject(object)
    ? readable(objectAt, object, 'metadata')
    : undefined;
  const labels = readable(textsAt, metadata, 'labels') ?? {};
  const annotations = readable(textsAt, metadata, 'annotations') ?? {};
  const kubernetesId = labels[KUBERNETES_ID] || annotations[KUBERNETES_ID];
  return {
    ...identityOf(object),
    labels,
    ...(kubernetesId ? { kubernetesId } : {}),
  };
}

/** Namespace and name, as far as they are readable; else empty. */
export function identityOf(object: unknown): {
  namespace: string;
  name: string;
} {
  const metadata = isObject(object)
    ? readable(objectAt, object, 'metadata')
    : undefined;
  return {
    namespace: readable(textAt, metadata, 'namespace') ?? '',
    name: readable(textAt, metadata, 'name') ?? '',
  };
}

function readable<T>(
  read: (parent: UnknownObject, key: string) => T,
  parent: UnknownObject | undefined,
  key: string,
): T | undefined {
  try {
    return parent && read(parent, key);
  } catch (error) {
    if (error instanceof MalformedObject) {
      return undefined;
    }
    throw error;
  }
}

function visibleAnnotations(
  annotations: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).filter(
      ([name, value]) =>
        name !== LAST_APPLIED && Buffer.byteLength(value) <= LARGEST_ANNOTATION,
    ),
  );
}
