import { createHash } from 'node:crypto';
import { parseAllDocuments } from 'yaml';
import { servedKinds, type ServedKind } from './kinds';

/** Metadata as the API server completes it. */
export interface ObjectMetadata {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  labels?: Record<string, string>;
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
    const content = document.toJS() as ClusterObject | null;
    return content === null ? [] : [complete(content, kindOf(content))];
  });
}

function kindOf({ apiVersion, kind }: ClusterObject): ServedKind {
  const found = servedKinds().find(
    served => served.apiVersion === apiVersion && served.kind === kind,
  );
  if (!found) {
    throw new Error(`${kind} of ${apiVersion} is not a kind that is served`);
  }
  return found;
}

function complete(content: ClusterObject, served: ServedKind): ClusterObject {
  const { kind, metadata } = content;
  if (!metadata?.name) {
    throw new Error(`a ${kind} has no name`);
  }
  const { name, namespace } = metadata;
  if (served.namespaced !== (namespace !== undefined)) {
    const expected = served.namespaced ? 'a namespace' : 'no namespace';
    throw new Error(`${kind} ${name} must have ${expected}`);
  }
  // Both derived, so that neither changes from one run to the next.
  const identity = sha256([served.group, kind, namespace, name].join('/'));
  const version = sha256(JSON.stringify(content));
  const completed = {
    uid: toUid(identity.toString('hex')),
    resourceVersion: String(version.readUInt32BE()),
    creationTimestamp: '2026-01-05T09:00:00Z',
    // Not counted of Namespaces, Services and the like.
    ...(served.group !== '' && { generation: 1 }),
  };
  return { ...content, metadata: { ...completed, ...metadata } };
}

function toUid(digits: string): string {
  const groups = /^(.{8})(.{4})(.{3})(.{3})(.{12}).*$/;
  return digits.replace(groups, '$1-$2-4$3-8$4-$5');
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
