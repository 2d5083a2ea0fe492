import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';
import {
  MalformedObject,
  objectAt,
  requiredTextAt,
  textAt,
  type UnknownObject,
} from './guards';

/** Where events go: to an object, an address, or an address of an object. */
export interface DestinationSpec {
  reference?: ObjectReference;
  /** As written; relative to the object's address if there is one. */
  uri?: string;
}

/**
 * Reads a KReference. The namespace defaults to the holder's; the group comes
 * from `apiVersion`, or from `group` where it is written instead (knative.md 4.1).
 *
 * @throws MalformedObject if kind or name is missing
 */
export function parseReference(
  reference: UnknownObject,
  holderNamespace: string,
): ObjectReference {
  const apiVersion = textAt(reference, 'apiVersion');
  return {
    group: apiVersion ? groupOf(apiVersion) : textAt(reference, 'group') ?? '',
    kind: requiredTextAt(reference, 'kind'),
    namespace: textAt(reference, 'namespace') ?? holderNamespace,
    name: requiredTextAt(reference, 'name'),
  };
}

/**
 * Reads a KReference that a controller has written; undefined where there is
 * none, or one that is malformed.
 */
export function readReference(
  reference: UnknownObject | undefined,
  holderNamespace: string,
): ObjectReference | undefined {
  try {
    return reference && parseReference(reference, holderNamespace);
  } catch (error) {
    if (error instanceof MalformedObject) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Reads a Destination.
 *
 * @returns undefined if it names nothing
 * @throws MalformedObject if it has not the shape of one
 */
export function parseDestination(
  destination: UnknownObject | undefined,
  holderNamespace: string,
): DestinationSpec | undefined {
  if (!destination) {
    return undefined;
  }
  const reference = objectAt(destination, 'ref');
  const uri = textAt(destination, 'uri');
  if (!reference && !uri) {
    return undefined;
  }
  return {
    ...(reference
      ? { reference: parseReference(reference, holderNamespace) }
      : {}),
    ...(uri ? { uri } : {}),
  };
}

/** A text that is the same for the same object, whatever is in its names. */
export function referenceKey(reference: ObjectReference): string {
  const { group, kind, namespace, name } = reference;
  return JSON.stringify([group, kind, namespace, name]);
}

/** The group in an `apiVersion`; empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
