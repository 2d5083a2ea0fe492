import { createHash } from 'node:crypto';
import { parseAllDocuments } from 'yaml';
import { apiVersionOf, findKind, type ServedKind } from './kinds';

/** Metadata as the API server completes it. */
export interface ObjectMetadata {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  [field: string]: unknown;
}

/** An object of the cluster, verbatim but for completed metadata. */
export interface ClusterObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
  [field: string]: unknown;
}

/**
 * Reads the objects of one manifest file.
 *
 * @throws Error with a message of one line if any of it is unusable
 */
export function parseManifest(text: string): ClusterObject[] {
  return parseAllDocuments(text).flatMap(document => {
    const [error] = document.errors;
    if (error) {
      throw new Error(error.message.split('\n')[0].replace(/:$/, ''));
    }
    const content: unknown = document.toJS();
    return content === null ? [] : [toClusterObject(content)];
  });
}

/** The kind of an object that `parseManifest` returned. */
export function isOfKind(object: ClusterObject, kind: ServedKind): boolean {
  return object.kind === kind.kind && object.apiVersion === apiVersionOf(kind);
}

function toClusterObject(content: unknown): ClusterObject {
  if (!isRecord(content) || !isRecord(content.metadata)) {
    throw new Error('a document is not a Kubernetes object');
  }
  const { apiVersion, kind, metadata } = content;
  const { name, namespace } = metadata;
  const served = findKind(String(apiVersion), String(kind));
  if (!served) {
    throw new Error(`${kind} of ${apiVersion} is not a kind that is served`);
  }
  if (typeof name !== 'string') {
    throw new Error(`a ${kind} has no name`);
  }
  if (served.namespaced !== (typeof namespace === 'string')) {
    throw new Error(
      `${kind} ${name} must ${served.namespaced ? '' : 'not '}have a namespace`,
    );
  }
  return {
    ...content,
    apiVersion: apiVersionOf(served),
    kind: served.kind,
    metadata: {
      uid: uidOf(served, `${namespace ?? ''}/${name}`),
      resourceVersion: resourceVersionOf(content),
      creationTimestamp: '2026-01-05T09:00:00Z',
      ...(served.builtIn ? {} : { generation: 1 }),
      ...metadata,
      name,
    },
  };
}

/** The same object has the same uid in every run, so that catalogs stay calm. */
function uidOf(kind: ServedKind, identity: string): string {
  const digest = createHash('sha256')
    .update(`${kind.group}/${kind.kind}/${identity}`)
    .digest('hex');
  return digest.replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    '$1-$2-4$3-8$4-$5',
  );
}

/** Changes with the content, and only with it. */
function resourceVersionOf(content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest();
  return String(digest.readUIntBE(0, 4));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
