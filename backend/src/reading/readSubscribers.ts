import {
  KUBERNETES_ID,
  type ObjectReference,
  type Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import type { KubernetesClient } from '../kubernetes/client';
import type { Discovery } from '../kubernetes/discovery';
import { isNamespaceName, type Resource } from '../kubernetes/resource';
import { groupedBy } from '../mesh/group';
import {
  parseComponentMetadata,
  type ComponentMetadata,
} from '../mesh/metadata';
import { referenceKey } from '../mesh/references';
import type { FindSubscriber, SubscriberLookup } from '../mesh/subscribers';
import { accessRule } from './accessRule';
import { unlessForbidden } from './forbidden';
import { FEW_NAMESPACES, planLists, type Scope } from './scope';

/** The subscribers that were looked for. */
export interface Subscribers {
  find: FindSubscriber;
  omitted: Omission[];
}

/** What became of the referenced objects of one kind. */
interface KindResult {
  lookups: [key: string, lookup: SubscriberLookup][];
  omitted: Omission[];
}

/** Where and how the objects of one kind are looked for. */
interface Search {
  client: KubernetesClient;
  resource: Resource;
  scope: Scope;
}

/**
 * Reads the objects that triggers deliver to: name, labels and id, from lists of
 * metadata only. The number of lists depends on kinds and namespaces, never on
 * the number of references (design §3, "Reading").
 *
 * @throws KubernetesError if Kubernetes gives no complete answer
 */
export async function readSubscribers(
  client: KubernetesClient,
  discovery: Discovery,
  references: readonly ObjectReference[],
  scope: Scope,
): Promise<Subscribers> {
  const unique = new Map(
    references.map(reference => [referenceKey(reference), reference]),
  );
  const byKind = groupedBy(unique.values(), ({ group, kind }) =>
    JSON.stringify([group, kind]),
  );
  const results = await Promise.all(
    [...byKind.values()].map(ofKind =>
      readKind(client, discovery, ofKind, scope),
    ),
  );
  const lookups = new Map(results.flatMap(result => result.lookups));
  return {
    find: reference =>
      lookups.get(referenceKey(reference)) ?? { found: 'unknown' },
    omitted: results.flatMap(({ omitted }) => omitted),
  };
}

async function readKind(
  client: KubernetesClient,
  discovery: Discovery,
  references: readonly ObjectReference[],
  scope: Scope,
): Promise<KindResult> {
  const { group, kind } = references[0];
  const resource = await discovery.findKind(group, kind);
  if (!resource) {
    // Nothing of a kind can exist that the cluster certainly does not know.
    return {
      lookups: references.map(reference => [
        referenceKey(reference),
        { found: 'no' },
      ]),
      omitted: [],
    };
  }
  if (!resource.namespaced || !resource.listable) {
    const message = `${kind} is not a kind with namespaces that can be listed, so it is not looked up as a subscriber.`;
    const omission: Omission = { group, kind, reason: 'unsupported', message };
    return { lookups: [], omitted: [omission] };
  }
  const possible = references.filter(({ namespace }) =>
    isNamespaceName(namespace),
  );
  return searchKind({ client, resource, scope }, possible);
}

async function searchKind(
  search: Search,
  references: readonly ObjectReference[],
): Promise<KindResult> {
  const labelled = await listIn(search, references, KUBERNETES_ID);
  const unlabelled = references.filter(
    reference =>
      !labelled.refused.has(reference.namespace) &&
      !labelled.objects.has(referenceName(reference)),
  );
  const others = await listIn(search, unlabelled);
  const refused = new Set([...labelled.refused, ...others.refused]);

  return {
    lookups: references.map(reference => {
      const name = referenceName(reference);
      const object = labelled.objects.get(name) ?? others.objects.get(name);
      return [
        referenceKey(reference),
        lookupOf(object, refused.has(reference.namespace)),
      ];
    }),
    omitted: omissions(search.resource, references, refused),
  };
}

function lookupOf(
  object: ComponentMetadata | undefined,
  refused: boolean,
): SubscriberLookup {
  if (!object) {
    return { found: refused ? 'unknown' : 'no' };
  }
  const { labels, kubernetesId } = object;
  return { found: 'yes', labels, ...(kubernetesId ? { kubernetesId } : {}) };
}

/** Objects by namespace and name, and the namespaces that may not be listed. */
interface Listed {
  objects: Map<string, ComponentMetadata>;
  refused: Set<string>;
}

async function listIn(
  { client, resource, scope }: Search,
  references: readonly ObjectReference[],
  labelSelector?: string,
): Promise<Listed> {
  const namespaces = namespacesOf(references);
  if (namespaces.length === 0) {
    return { objects: new Map(), refused: new Set() };
  }
  const plan = planLists(namespaces, scope, labelSelector !== undefined);
  if (plan.everywhere) {
    const items = await unlessForbidden(
      client.listMetadata(resource, { labelSelector }),
    );
    if (items) {
      return { objects: indexed(items), refused: new Set() };
    }
  }
  const lists = await Promise.all(
    plan.namespaces.map(async namespace => ({
      namespace,
      items: await unlessForbidden(
        client.listMetadata(resource, { namespace, labelSelector }),
      ),
    })),
  );
  const read = new Set(
    lists.filter(({ items }) => items).map(({ namespace }) => namespace),
  );
  return {
    objects: indexed(lists.flatMap(({ items }) => items ?? [])),
    refused: new Set(namespaces.filter(namespace => !read.has(namespace))),
  };
}

function indexed(items: readonly unknown[]): Map<string, ComponentMetadata> {
  return new Map(
    items
      .map(parseComponentMetadata)
      .map(object => [referenceName(object), object]),
  );
}

function omissions(
  { group, kind, plural }: Resource,
  references: readonly ObjectReference[],
  refused: ReadonlySet<string>,
): Omission[] {
  const message = (where: string, role: string) =>
    `The token may not list ${plural}${
      group && ` (${group})`
    } in ${where}, so subscribers of this kind cannot be linked. Add to ${role}:\n${accessRule(
      group,
      [plural],
    )}`;
  const reason = 'forbidden';
  const isEverywhere =
    refused.size > FEW_NAMESPACES &&
    refused.size === namespacesOf(references).length;
  return isEverywhere
    ? [
        {
          group,
          kind,
          reason,
          message: message('all namespaces', 'a ClusterRole'),
        },
      ]
    : [...refused].map(namespace => ({
        group,
        kind,
        namespace,
        reason,
        message: message(`namespace ${namespace}`, 'a Role there'),
      }));
}

function namespacesOf(references: readonly ObjectReference[]): string[] {
  return [...new Set(references.map(({ namespace }) => namespace))].sort();
}

function referenceName({
  namespace,
  name,
}: {
  namespace: string;
  name: string;
}): string {
  return `${namespace}/${name}`;
}
