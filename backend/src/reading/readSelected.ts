import type { Omission } from 'backstage-plugin-knative-event-mesh-common';
import type { KubernetesClient } from '../kubernetes/client';
import type { Discovery } from '../kubernetes/discovery';
import type { ListRequest } from '../kubernetes/listRequest';
import { isNamespaceName, type Resource } from '../kubernetes/resource';
import { getOrCreate } from '../mesh/group';
import {
  parseComponentMetadata,
  type ComponentMetadata,
} from '../mesh/metadata';
import type { FindSelected, WorkloadReference } from '../mesh/workload';
import { unlessForbidden } from './forbidden';
import { kindKey } from './kindKey';
import { lookupOmissions } from './omissions';
import { namespacesOf, planLists, type Scope } from './scope';
import { labelledList } from './subscriberLists';

/** What is selected by labels. */
export interface SelectedWorkloads {
  find: FindSelected;
  omitted: Omission[];
  /** The lists in which it was looked for. */
  lists: ListRequest[];
}

/** The labelled objects of a kind, as far as they may be listed. */
interface LabelledObjects {
  objects: readonly ComponentMetadata[];
  omitted: Omission[];
  lists: ListRequest[];
}

const nothing: LabelledObjects = { objects: [], omitted: [], lists: [] };

/**
 * Looks up what others select by labels, among the objects that are labelled with
 * the id of a component: what has none could not be linked, and what is selected
 * comes and goes, such as the Jobs of a CronJob. The number of lists depends on
 * kinds and namespaces only.
 *
 * @throws KubernetesError if Kubernetes gives no complete answer
 */
export async function readSelected(
  client: KubernetesClient,
  discovery: Discovery,
  subjects: readonly WorkloadReference[],
  scope: Scope,
): Promise<SelectedWorkloads> {
  const wanted = new Map<string, WorkloadReference[]>();
  for (const subject of subjects) {
    if (subject.matchLabels && isNamespaceName(subject.namespace)) {
      getOrCreate(wanted, kindKey(subject), () => []).push(subject);
    }
  }
  const labelled = new Map<string, LabelledObjects>();
  await Promise.all(
    [...wanted].map(async ([key, ofKind]) => {
      const [{ group, kind }] = ofKind;
      const resource = await discovery.findKind(group, kind);
      if (resource?.namespaced && resource.listable) {
        const search = { client, resource, scope };
        labelled.set(key, await readLabelled(search, namespacesOf(ofKind)));
      }
    }),
  );
  const all = [...labelled.values()];
  return {
    find(subject) {
      const { objects } = labelled.get(kindKey(subject)) ?? nothing;
      const ids = objects
        .filter(object => isSelected(object, subject))
        .flatMap(({ kubernetesId }) => kubernetesId ?? []);
      return [...new Set(ids)].sort();
    },
    omitted: all.flatMap(({ omitted }) => omitted),
    lists: all.flatMap(({ lists }) => lists),
  };
}

async function readLabelled(
  {
    client,
    resource,
    scope,
  }: { client: KubernetesClient; resource: Resource; scope: Scope },
  namespaces: readonly string[],
): Promise<LabelledObjects> {
  const read = async (namespace?: string) => {
    const list = labelledList(resource, namespace);
    const objects = await unlessForbidden(client.list(list, components));
    return { namespace, list, objects };
  };
  const plan = planLists(namespaces, scope, true);
  const everywhere = plan.everywhere ? await read() : undefined;
  const places = everywhere?.objects
    ? [everywhere]
    : await Promise.all(plan.namespaces.map(read));
  const allowed = places.filter(({ objects }) => objects !== undefined);
  const isAllowed = (name: string) =>
    allowed.some(({ namespace }) => !namespace || namespace === name);
  return {
    objects: allowed.flatMap(({ objects }) => objects ?? []),
    omitted: lookupOmissions(
      resource,
      namespaces,
      new Set(namespaces.filter(name => !isAllowed(name))),
    ),
    lists: allowed.map(({ list }) => list),
  };
}

function components(items: readonly unknown[]): readonly ComponentMetadata[] {
  return items.map(parseComponentMetadata);
}

/** What asks for more than labels selects nothing here: that is not evaluated. */
function isSelected(
  { namespace, labels }: ComponentMetadata,
  { matchLabels, ...subject }: WorkloadReference,
): boolean {
  return (
    matchLabels !== undefined &&
    namespace === subject.namespace &&
    Object.entries(matchLabels).every(
      ([name, value]) => Object.hasOwn(labels, name) && labels[name] === value,
    )
  );
}
