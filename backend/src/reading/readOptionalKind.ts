import type { Omission } from 'backstage-plugin-knative-event-mesh-common';
import type { KubernetesClient } from '../kubernetes/client';
import type { ListRequest } from '../kubernetes/listRequest';
import type { ReadItems } from '../kubernetes/listReadings';
import type { Resource } from '../kubernetes/resource';
import type { ParsedObjects } from '../mesh/parseObjects';
import { objectList } from './objectList';
import { omissionsOf } from './omissions';
import { readOptionalList, type OptionalList } from './readOptionalList';
import type { Scope } from './scope';

/** What became of the lists of a kind that the mesh can do without. */
export interface OptionalKind<T> {
  resource: Resource;
  /** A list for each namespace in scope, or one of everything. */
  places: readonly OptionalPlace<T>[];
}

interface OptionalPlace<T> {
  namespace?: string;
  list: OptionalList<ParsedObjects<T>>;
}

/** Of a kind, what is in the namespaces that are not left out whole. */
export interface OptionalObjects<T> {
  resource: Resource;
  /** In the order of the namespaces. */
  parsed: readonly ParsedObjects<T>[];
  /** Namespaces in which the kind was not read; undefined for all at once. */
  unread: ReadonlySet<string | undefined>;
  /** Those of them in which Kubernetes could not answer for it. */
  unavailable: ReadonlySet<string | undefined>;
  omitted: Omission[];
  /** The lists that the objects come from. */
  lists: ListRequest[];
}

/**
 * Lists the objects of a kind, everywhere at once or in each namespace in scope,
 * all in parallel.
 *
 * @throws KubernetesError as `readOptionalList` does
 */
export async function readOptionalKind<T>(
  client: KubernetesClient,
  resource: Resource,
  scope: Scope,
  read: ReadItems<ParsedObjects<T>>,
): Promise<OptionalKind<T>> {
  const places = await Promise.all(
    (scope ?? [undefined]).map(async namespace => {
      const list = objectList(resource, namespace);
      return { namespace, list: await readOptionalList(client, list, read) };
    }),
  );
  return { resource, places };
}

/**
 * What of a kind becomes part of the mesh.
 *
 * @param leftOut - namespaces of which nothing does
 */
export function objectsOutside<T>(
  leftOut: ReadonlySet<string>,
  { resource, places }: OptionalKind<T>,
): OptionalObjects<T> {
  const inMesh = places.filter(
    ({ namespace }) => namespace === undefined || !leftOut.has(namespace),
  );
  const namespacesIn = (...states: OptionalList<unknown>['state'][]) =>
    inMesh
      .filter(({ list }) => states.includes(list.state))
      .map(({ namespace }) => namespace);
  return {
    resource,
    parsed: inMesh.flatMap(({ list }) =>
      list.state === 'read' ? [list.result] : [],
    ),
    unread: new Set(namespacesIn('forbidden', 'unavailable')),
    unavailable: new Set(namespacesIn('unavailable')),
    omitted: omissionsOf(resource, inMesh),
    lists: namespacesIn('read').map(namespace =>
      objectList(resource, namespace),
    ),
  };
}
