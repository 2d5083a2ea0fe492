import type { Namespace } from 'backstage-plugin-knative-event-mesh-common';
import type { NamespaceMetadata } from '../metadata';
import { sortedBy } from '../sort';

/**
 * Of the Namespaces that say who owns what is in them, those that hold something
 * of the mesh: of the others nobody has asked.
 */
export function describeNamespaces(
  namespaces: readonly NamespaceMetadata[],
  objects: readonly { namespace: string }[],
): Namespace[] {
  const inUse = new Set(objects.map(({ namespace }) => namespace));
  const owned = namespaces.flatMap(({ name, owner }) =>
    owner !== undefined && inUse.has(name) ? [{ name, owner }] : [],
  );
  return sortedBy(owned, ({ name }) => name);
}
