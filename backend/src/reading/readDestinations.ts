import type {
  ObjectReference,
  Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import type { KubernetesClient } from '../kubernetes/client';
import type { Discovery } from '../kubernetes/discovery';
import type { ListRequest } from '../kubernetes/listRequest';
import { isNamespaceName } from '../kubernetes/resource';
import { getOrCreate } from '../mesh/group';
import { namespacedKey } from '../mesh/sort';
import type { FindDestination, DestinationLookup } from '../mesh/destinations';
import { kindKey } from './kindKey';
import { lookupOmissions } from './omissions';
import { namespacesOf, type Scope } from './scope';
import { searchObjects, type Wanted } from './searchObjects';

/** The objects that were looked for. */
export interface FoundDestinations {
  find: FindDestination;
  omitted: Omission[];
  /** Lists that would do for the same objects. */
  lists: ListRequest[];
}

/** What became of the referenced objects of one kind. */
interface KindResult {
  lookUp: FindDestination;
  omitted: Omission[];
  lists: ListRequest[];
}

/** The referenced objects of one kind. */
interface WantedKind {
  group: string;
  kind: string;
  objects: Map<string, ObjectReference>;
}

const notRead: DestinationLookup = { found: 'unknown' };
const missing: DestinationLookup = { found: 'no' };

/**
 * Reads objects that others refer to: name, labels and id, from lists of metadata
 * only. The number of lists depends on kinds and namespaces, never on
 * the number of references (design §3, "Reading").
 *
 * @throws KubernetesError if Kubernetes gives no complete answer
 */
export async function readDestinations(
  client: KubernetesClient,
  discovery: Discovery,
  references: readonly ObjectReference[],
  scope: Scope,
): Promise<FoundDestinations> {
  const results = new Map<string, KindResult>();
  await Promise.all(
    [...wantedKinds(references)].map(async ([key, wanted]) => {
      results.set(key, await readKind(client, discovery, wanted, scope));
    }),
  );
  const all = [...results.values()];
  return {
    find: reference =>
      results.get(kindKey(reference))?.lookUp(reference) ?? notRead,
    omitted: all.flatMap(({ omitted }) => omitted),
    lists: all.flatMap(({ lists }) => lists),
  };
}

function wantedKinds(
  references: readonly ObjectReference[],
): Map<string, WantedKind> {
  const kinds = new Map<string, WantedKind>();
  for (const reference of references) {
    const { group, kind } = reference;
    const { objects } = getOrCreate(kinds, kindKey(reference), () => ({
      group,
      kind,
      objects: new Map(),
    }));
    objects.set(namespacedKey(reference), reference);
  }
  return kinds;
}

async function readKind(
  client: KubernetesClient,
  discovery: Discovery,
  { group, kind, objects }: WantedKind,
  scope: Scope,
): Promise<KindResult> {
  const resource = await discovery.findKind(group, kind);
  if (!resource) {
    // Nothing of a kind can exist that the cluster certainly does not know.
    return { lookUp: () => missing, omitted: [], lists: [] };
  }
  if (!resource.namespaced || !resource.listable) {
    const message = `${kind} is not a kind with namespaces that can be listed, so it is not looked up.`;
    const omission: Omission = { group, kind, reason: 'unsupported', message };
    return { lookUp: () => notRead, omitted: [omission], lists: [] };
  }
  const wanted = withoutImpossible(objects);
  const search = { client, resource, scope };
  const { found, refused, lists } = await searchObjects(search, wanted);
  return {
    lookUp(reference) {
      const key = namespacedKey(reference);
      const object = found.get(key);
      if (object) {
        const { labels, kubernetesId } = object;
        return kubernetesId
          ? { found: 'yes', labels, kubernetesId }
          : { found: 'yes', labels };
      }
      return wanted.has(key) && !refused.has(reference.namespace)
        ? missing
        : notRead;
    },
    omitted: lookupOmissions(resource, namespacesOf(wanted.values()), refused),
    lists,
  };
}

/** Leaves out what is in no namespace that can be asked for. */
function withoutImpossible(objects: Wanted): Wanted {
  const impossible = new Set(
    namespacesOf(objects.values()).filter(name => !isNamespaceName(name)),
  );
  return impossible.size === 0
    ? objects
    : new Map(
        [...objects].filter(([, { namespace }]) => !impossible.has(namespace)),
      );
}
