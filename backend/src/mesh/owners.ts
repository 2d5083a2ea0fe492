import {
  readableObjectAt,
  readableObjectsAt,
  readableTextAt,
  type UnknownObject,
} from './guards';
import { groupOf } from './references';

/** What an object belongs to; always in the object's own namespace. */
export interface Owner {
  group: string;
  kind: string;
  name: string;
  uid: string;
  /** Whether it manages the object (knative.md 4.5). */
  controller: boolean;
}

/** Reads `metadata.ownerReferences`; those that are malformed are left out. */
export function parseOwners(object: UnknownObject): Owner[] {
  const metadata = readableObjectAt(object, 'metadata') ?? {};
  return readableObjectsAt(metadata, 'ownerReferences').flatMap(reference => {
    const kind = readableTextAt(reference, 'kind');
    const name = readableTextAt(reference, 'name');
    const uid = readableTextAt(reference, 'uid');
    const group = groupOf(readableTextAt(reference, 'apiVersion') ?? '');
    return kind && name && uid
      ? [{ group, kind, name, uid, controller: reference.controller === true }]
      : [];
  });
}
