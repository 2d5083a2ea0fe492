import { createHash } from 'node:crypto';
import { parseAllDocuments } from 'yaml';
import { findKind } from './kinds';

/** Metadata as the API server completes it. */
export interface ObjectMetadata {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  creationTimestamp: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  [field: string]: unknown;
}

/** An object as its manifest has it, but for metadata that was completed. */
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
    const content = document.toJS() as Partial<ClusterObject> | null;
    return content === null ? [] : [complete(content)];
  });
}

function complete(content: Partial<ClusterObject>): ClusterObject {
  const { apiVersion, kind } = content;
  const served = findKind(apiVersion, kind);
  if (!served) {
    throw new Error(`${kind} of ${apiVersion} is not a kind that is served`);
  }
  const { name, namespace } = content.metadata ?? {};
  if (!name) {
    throw new Error(`a ${kind} has no name`);
  }
  if (served.namespaced !== (namespace !== undefined)) {
    const expected = served.namespaced ? 'a namespace' : 'no namespace';
    throw new Error(`${kind} ${name} must have ${expected}`);
  }
  const identity = [served.group, kind, namespace, name].join('/');
  return {
    ...(content as ClusterObject),
    metadata: {
      uid: uidOf(identity),
      resourceVersion: resourceVersionOf(content),
      creationTimestamp: '2026-01-05T09:00:00Z',
      ...(!served.builtIn && { generation: 1 }),
      ...content.metadata,
      name,
    },
  };
}

/** Equal in every run, so that a catalog does not see new objects each time. */
function uidOf(identity: string): string {
  const digits = sha256(identity).toString('hex');
  return digits.replace(
    /^(.{8})(.{4})(.{3})(.{3})(.{12}).*$/,
    '$1-$2-4$3-8$4-$5',
  );
}

/** Changes with the content, and only with it. */
function resourceVersionOf(content: unknown): string {
  return String(sha256(JSON.stringify(content)).readUInt32BE());
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
