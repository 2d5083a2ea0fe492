import {
  KUBERNETES_ID,
  type ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import type { KubernetesClient } from '../kubernetes/client';
import type { ListRequest } from '../kubernetes/listRequest';
import type { Resource } from '../kubernetes/resource';
import {
  parseComponentMetadata,
  type ComponentMetadata,
} from '../mesh/metadata';
import { namespacedKey } from '../mesh/sort';
import { unlessForbidden } from './forbidden';
import { namespacesOf, planLists, type Scope } from './scope';
import { labelledList, listsThatWouldDo, wholeList } from './subscriberLists';

/** Where and how the objects of one kind are looked for. */
export interface Search {
  client: KubernetesClient;
  resource: Resource;
  scope: Scope;
}

/** Objects that are referenced, by namespace and name. */
export type Wanted = ReadonlyMap<string, ObjectReference>;

/** What became of a search. */
export interface SearchResult {
  /** By namespace and name. */
  found: Map<string, ComponentMetadata>;
  /** Namespaces that may not be listed. */
  refused: Set<string>;
  /** Lists that would do for finding the same. */
  lists: ListRequest[];
}

/**
 * Looks for referenced objects of one kind: among those that have the label, and
 * what is missing there among all. What is not found after that does not exist,
 * unless it is in a namespace that is refused.
 *
 * @throws KubernetesError if Kubernetes gives no complete answer
 */
export async function searchObjects(
  search: Search,
  wanted: Wanted,
): Promise<SearchResult> {
  const progress: Progress = {
    missing: new Map(wanted),
    found: new Map(),
    refused: new Set(),
  };
  await searchMissing(search, progress, 'labelled');
  const early = await searchMissing(search, progress, 'all');
  // An object may be younger than an early list, and its reference younger still.
  const unsure = [...progress.missing].filter(
    ([, { namespace }]) => early.has(namespace) || early.has(undefined),
  );
  await searchMissing(search, { ...progress, missing: new Map(unsure) }, 'all');

  const { found, refused } = progress;
  const missing = [...wanted]
    .filter(
      ([key, { namespace }]) => !found.has(key) && !refused.has(namespace),
    )
    .map(([, object]) => object);
  const lists = listsThatWouldDo(search, {
    all: namespacesOf(wanted.values()),
    unlabelled: namespacesOf(withoutLabel(found.values())),
    missing: namespacesOf(missing),
  });
  return { found, refused, lists };
}

interface Progress {
  /** Not found yet, and not refused. */
  missing: Map<string, ObjectReference>;
  found: SearchResult['found'];
  refused: SearchResult['refused'];
}

/**
 * Tells of which namespaces, or of all by undefined, everything was asked for
 * before the references were known.
 */
async function searchMissing(
  { client, resource, scope }: Search,
  { missing, found, refused }: Progress,
  among: 'labelled' | 'all',
): Promise<ReadonlySet<string | undefined>> {
  const early = new Set<string | undefined>();
  /** Tells whether the list was allowed. */
  const read = async (namespace?: string): Promise<boolean> => {
    const whole = wholeList(resource, namespace);
    const isEarly = client.wasAskedEarly(whole);
    if (isEarly) {
      early.add(namespace);
    }
    const objects = await unlessForbidden(
      client.list(
        isEarly || among === 'all' ? whole : labelledList(resource, namespace),
        componentsByName,
      ),
    );
    for (const key of objects ? missing.keys() : []) {
      const object = objects?.get(key);
      if (object) {
        found.set(key, object);
        missing.delete(key);
      }
    }
    return objects !== undefined;
  };

  const namespaces = namespacesOf(missing.values());
  const plan = planLists(namespaces, scope, among === 'labelled');
  if (namespaces.length === 0 || (plan.everywhere && (await read()))) {
    return early;
  }
  const isAllowed = await Promise.all(plan.namespaces.map(read));
  const allowed = plan.namespaces.filter((_, index) => isAllowed[index]);
  for (const [key, { namespace }] of missing) {
    if (!allowed.includes(namespace)) {
      refused.add(namespace);
      missing.delete(key);
    }
  }
  return early;
}

function componentsByName(
  items: readonly unknown[],
): ReadonlyMap<string, ComponentMetadata> {
  const components = new Map<string, ComponentMetadata>();
  for (const item of items) {
    const component = parseComponentMetadata(item);
    components.set(namespacedKey(component), component);
  }
  return components;
}

function* withoutLabel(
  objects: Iterable<ComponentMetadata>,
): Generator<ComponentMetadata> {
  for (const object of objects) {
    if (!Object.hasOwn(object.labels, KUBERNETES_ID)) {
      yield object;
    }
  }
}
