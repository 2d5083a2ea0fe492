import type { Omission } from 'backstage-plugin-knative-event-mesh-common';
import { ServiceError } from '../errors';
import type { Discovery } from '../kubernetes/discovery';
import type { Resource } from '../kubernetes/resource';
import {
  EVENT_POLICY,
  EVENTING_GROUP,
  meshKinds,
  SUBSCRIPTION,
  type GroupKind,
  type MeshKind,
} from '../mesh/knative';
import { kindKey } from './kindKey';
import { isKnativeGroup, knativeGroups } from './knativeGroups';

/** How each of the three kinds is read without which there is no mesh. */
export type RequiredKinds = Readonly<Record<MeshKind, Resource>>;

/** Parts of the mesh whose kinds may be missing. */
export const optionalParts = [
  'channels',
  'subscriptions',
  'sources',
  'sinks',
  'flows',
  'policies',
] as const;

export type OptionalPart = (typeof optionalParts)[number];

/** The installed kinds of which the mesh is made, in the version that is read. */
export interface MeshKinds {
  required: RequiredKinds;
  optional: Readonly<Record<OptionalPart, readonly Resource[]>>;
  /** Kinds that cannot be listed. */
  omitted: Omission[];
  /** Whether a kind is one of Knative's and certainly not installed. */
  isAbsent(kind: GroupKind): boolean;
}

/**
 * Versions in the order in which they are asked for, where that is not the
 * server's. All of these kinds go through a webhook of Knative, which may be down,
 * unless they are read as they are stored (knative.md 1.2). Of an EventType the
 * other versions say less, too. What is stored is not asked for: that would take
 * a right to read CRDs.
 */
const preferredVersions = new Map<string, readonly string[]>([
  ['EventType', ['v1beta2', 'v1', 'v1beta3', 'v1beta1']],
  ['KafkaChannel', ['v1beta1']],
  ['KafkaSource', ['v1beta1']],
]);

/** Kinds by their category, in whatever API group they are (knative.md 1.3). */
const categories = [
  ['channels', 'channel'],
  ['sources', 'sources'],
  ['sinks', 'sink'],
] as const;

/** Kinds that no category tells. */
const fixedKinds: readonly (GroupKind & { part: OptionalPart })[] = [
  { part: 'subscriptions', ...SUBSCRIPTION },
  { part: 'sinks', group: EVENTING_GROUP, kind: 'KafkaSink' },
  { part: 'flows', group: 'flows.knative.dev', kind: 'Sequence' },
  { part: 'flows', group: 'flows.knative.dev', kind: 'Parallel' },
  { part: 'flows', group: EVENTING_GROUP, kind: 'EventTransform' },
  { part: 'flows', group: EVENTING_GROUP, kind: 'RequestReply' },
  { part: 'policies', ...EVENT_POLICY },
];

/**
 * Finds out of which kinds the mesh is made in this cluster.
 *
 * @throws ServiceError 424 if one of the three kinds is not installed
 * @throws KubernetesError if that cannot be told of Knative's own kinds
 */
export async function findMeshKinds(discovery: Discovery): Promise<MeshKinds> {
  const installed = new Map(
    await Promise.all(
      knativeGroups.map(
        async group => [group, await discovery.kindsOf(group)] as const,
      ),
    ),
  );
  const required = await findRequired(discovery);
  const found = [
    ...(await findFixed(discovery)),
    ...(await findByCategory(discovery)),
  ];
  const known = new Set(Object.values(required).map(kindKey));
  const optional: Record<OptionalPart, Resource[]> = {
    channels: [],
    subscriptions: [],
    sources: [],
    sinks: [],
    flows: [],
    policies: [],
  };
  const omitted: Omission[] = [];
  for (const { part, resource } of found) {
    const isNew = !known.has(kindKey(resource));
    known.add(kindKey(resource));
    if (isNew && resource.namespaced && resource.listable) {
      optional[part].push(resource);
    } else if (isNew) {
      omitted.push(notListable(resource));
    }
  }
  return {
    required,
    optional,
    omitted,
    isAbsent: ({ group, kind }) => installed.get(group)?.has(kind) === false,
  };
}

async function findRequired(discovery: Discovery): Promise<RequiredKinds> {
  const find = (kind: MeshKind) => findKind(discovery, EVENTING_GROUP, kind);
  const [Broker, EventType, Trigger] = await Promise.all(meshKinds.map(find));
  if (!Broker || !EventType || !Trigger) {
    const found = { Broker, EventType, Trigger };
    const missing = meshKinds.filter(kind => !found[kind]).join(', ');
    throw new ServiceError(
      424,
      'notInstalled',
      `This cluster does not have ${missing} (${EVENTING_GROUP}). Install Knative Eventing, or ask the cluster that has it.`,
    );
  }
  return { Broker, EventType, Trigger };
}

interface FoundKind {
  part: OptionalPart;
  resource: Resource;
}

async function findFixed(discovery: Discovery): Promise<FoundKind[]> {
  const found = await Promise.all(
    fixedKinds.map(async ({ part, group, kind }) => {
      const resource = await findKind(discovery, group, kind);
      return resource ? [{ part, resource }] : [];
    }),
  );
  return found.flat();
}

async function findByCategory(discovery: Discovery): Promise<FoundKind[]> {
  const found = await Promise.all(
    categories.map(async ([part, category]) => {
      const resources = await discovery.findCategory(category, versionsOf);
      return resources.map(resource => ({ part, resource }));
    }),
  );
  return found.flat();
}

function findKind(
  discovery: Discovery,
  group: string,
  kind: string,
): Promise<Resource | undefined> {
  return discovery.findKind(group, kind, versionsOf({ group, kind }));
}

function versionsOf({ group, kind }: GroupKind): readonly string[] {
  return (isKnativeGroup(group) && preferredVersions.get(kind)) || [];
}

function notListable({ group, kind }: Resource): Omission {
  return {
    group,
    kind,
    reason: 'unsupported',
    message: `${kind} is not a kind with namespaces that can be listed, so it is left out.`,
  };
}
