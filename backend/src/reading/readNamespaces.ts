import type { KubernetesClient } from '../kubernetes/client';
import type { Discovery } from '../kubernetes/discovery';
import { KubernetesError } from '../kubernetes/kubernetesError';
import type { ListRequest } from '../kubernetes/listRequest';
import type { Resource } from '../kubernetes/resource';
import {
  parseNamespaceMetadata,
  type NamespaceMetadata,
} from '../mesh/metadata';
import type { Scope } from './scope';

/** The Namespaces in scope, as far as they may be read. */
export interface ReadNamespaces {
  /** Undefined if none may be read. */
  namespaces?: readonly NamespaceMetadata[];
  /** The lists that they come from. */
  lists: ListRequest[];
}

/**
 * Reads what Namespaces say about what is in them: in one list, or where single
 * ones are asked for each by its name, which a Role in it can allow. Whoever may
 * not read them lacks nothing of the mesh, so nothing is said of it.
 *
 * @throws KubernetesError if Kubernetes gives no complete answer: an owner must
 * not come and go with the API server
 */
export async function readNamespaces(
  client: KubernetesClient,
  discovery: Discovery,
  scope: Scope,
): Promise<ReadNamespaces> {
  const resource = await discovery.findKind('', 'Namespace');
  if (!resource) {
    return { lists: [] };
  }
  const read = await Promise.all(
    listsFor(resource, scope).map(async list => ({
      list,
      namespaces: await unlessWithheld(client.list(list, parseNamespaces)),
    })),
  );
  const allowed = read.filter(({ namespaces }) => namespaces !== undefined);
  return {
    ...(allowed.length > 0 && {
      namespaces: allowed.flatMap(({ namespaces }) => namespaces ?? []),
    }),
    lists: allowed.map(({ list }) => list),
  };
}

function listsFor(resource: Resource, scope: Scope): ListRequest[] {
  return scope
    ? scope.map(name => ({ resource, name, content: 'metadata' }))
    : [{ resource, content: 'metadata' }];
}

function parseNamespaces(
  items: readonly unknown[],
): readonly NamespaceMetadata[] {
  return items.map(parseNamespaceMetadata);
}

/** Undefined for a Namespace that is refused, or that does not exist. */
async function unlessWithheld<T>(list: Promise<T>): Promise<T | undefined> {
  try {
    return await list;
  } catch (error) {
    const isAnswered =
      error instanceof KubernetesError &&
      (error.failure === 'forbidden' || error.status === 404);
    if (isAnswered) {
      return undefined;
    }
    throw error;
  }
}
