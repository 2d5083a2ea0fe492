import { KUBERNETES_ID } from 'backstage-plugin-knative-event-mesh-common';
import type { ListRequest } from '../kubernetes/listRequest';
import type { Resource } from '../kubernetes/resource';
import { planLists, type Scope } from './scope';

/** The list of everything of a kind, in a namespace or everywhere. */
export function wholeList(
  resource: Resource,
  namespace: string | undefined,
): ListRequest {
  return { resource, namespace, content: 'metadata' };
}

/** The list of what is labelled with the id of a component. */
export function labelledList(
  resource: Resource,
  namespace: string | undefined,
): ListRequest {
  return { ...wholeList(resource, namespace), label: KUBERNETES_ID };
}

/** Namespaces of referenced objects, each sorted and once. */
export interface ReferencedNamespaces {
  /** Of all that are referenced. */
  all: readonly string[];
  /** Of those that were found, but do not have the label. */
  unlabelled: readonly string[];
  /** Of those that were not found. */
  missing: readonly string[];
}

/**
 * The lists in which all objects that were found would have been found at once:
 * whole ones only where objects without the label are, and labelled ones where
 * there is no whole one. Where objects are missing, a list that is asked for
 * before that is known would have to be asked for again, so it is left out.
 */
export function listsThatWouldDo(
  { resource, scope }: { resource: Resource; scope: Scope },
  { all, unlabelled, missing }: ReferencedNamespaces,
): ListRequest[] {
  const repeated = placesOf(missing, scope, false);
  const whole = placesOf(unlabelled, scope, false).filter(
    place => !repeated.includes(place),
  );
  const labelled = whole.includes(undefined)
    ? []
    : placesOf(all, scope, true).filter(place => !whole.includes(place));
  return [
    ...labelled.map(place => labelledList(resource, place)),
    ...whole.map(place => wholeList(resource, place)),
  ];
}

/** Namespaces, or nothing for all at once. */
function placesOf(
  namespaces: readonly string[],
  scope: Scope,
  isEverywhereCheap: boolean,
): (string | undefined)[] {
  if (namespaces.length === 0) {
    return [];
  }
  const plan = planLists(namespaces, scope, isEverywhereCheap);
  return plan.everywhere ? [undefined] : [...plan.namespaces];
}
