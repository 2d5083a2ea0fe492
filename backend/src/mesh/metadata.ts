import {
  KUBERNETES_ID,
  OWNER,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  isObject,
  MalformedObject,
  requiredObjectAt,
  requiredTextAt,
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
  const metadata = metadataOf(object);
  const labels = readableTexts(metadata, 'labels');
  const kubernetesId =
    labels[KUBERNETES_ID] ||
    readableTexts(metadata, 'annotations')[KUBERNETES_ID];
  return {
    ...identityOf(object),
    labels,
    ...(kubernetesId ? { kubernetesId } : {}),
  };
}

/** What a Namespace says about what is in it. */
export interface NamespaceMetadata {
  name: string;
  /** A ref to a Backstage Group or User, as written. */
  owner?: string;
}

/** Reads the metadata of a Namespace. What is malformed is as good as not there. */
export function parseNamespaceMetadata(object: unknown): NamespaceMetadata {
  const annotations = readableTexts(metadataOf(object), 'annotations');
  const owner = visibleAnnotations(annotations)[OWNER];
  return { name: identityOf(object).name, ...(owner ? { owner } : {}) };
}

/** Namespace and name, as far as they are readable; else empty. */
export function identityOf(object: unknown): {
  namespace: string;
  name: string;
} {
  const { namespace, name } = metadataOf(object);
  return {
    namespace: typeof namespace === 'string' ? namespace : '',
    name: typeof name === 'string' ? name : '',
  };
}

function metadataOf(object: unknown): UnknownObject {
  const metadata = isObject(object) ? object.metadata : undefined;
  return isObject(metadata) ? metadata : {};
}

function readableTexts(
  parent: UnknownObject,
  key: string,
): Record<string, string> {
  try {
    return textsAt(parent, key);
  } catch (error) {
    if (error instanceof MalformedObject) {
      return {};
    }
    throw error;
  }
}

function visibleAnnotations(
  annotations: Record<string, string>,
): Record<string, string> {
  const entries = Object.entries(annotations);
  const visible = entries.filter(isVisible);
  return visible.length === entries.length
    ? annotations
    : Object.fromEntries(visible);
}

function isVisible([name, value]: [string, string]): boolean {
  return (
    name !== LAST_APPLIED && Buffer.byteLength(value) <= LARGEST_ANNOTATION
  );
}
