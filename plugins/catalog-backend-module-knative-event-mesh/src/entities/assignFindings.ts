import type {
  Destination,
  EventMesh,
  Finding,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { destinationsOfFlow } from '../destinations';
import { sortedFindings } from './findings';
import type { MeshIndex } from './meshIndex';
import { EVENTING_GROUP, linkReference, objectKey } from './names';

/** Where the findings of a mesh are shown. */
export interface AssignedFindings {
  of(object: ObjectReference): Finding[];
  /** Those that no other entity carries, sorted. */
  withoutHome: Finding[];
}

/**
 * Puts each finding on the entity of its object: of a trigger on its broker, of
 * a subscription on its channel, and of anything else that events are sent to on
 * what sends them there, if that is one entity. May rest after each object.
 */
export function* assignFindings(
  mesh: EventMesh,
  index: MeshIndex,
): Generator<void, AssignedFindings> {
  const homes = new Map<string, Finding[]>();
  for (const { namespace, name } of mesh.eventTypes) {
    homes.set(
      objectKey({ group: EVENTING_GROUP, kind: 'EventType', namespace, name }),
      [],
    );
  }
  for (const { entityRef } of index.objects) {
    homes.set(entityRef, []);
  }

  const { holderOf, reachedThrough } = yield* findHolders(mesh, index);
  const homeOf = (object: ObjectReference) => {
    const key = objectKey(object);
    const home = index.find(object)?.entityRef ?? holderOf.get(key);
    const reached = reachedThrough.get(key);
    const [only] = reached?.size === 1 ? reached : [];
    return homes.get(home ?? key) ?? (only ? homes.get(only) : undefined);
  };

  const withoutHome: Finding[] = [];
  for (const finding of mesh.findings ?? []) {
    (homeOf(finding.object) ?? withoutHome).push(finding);
  }
  return {
    of: object =>
      homes.get(index.find(object)?.entityRef ?? objectKey(object)) ?? [],
    withoutHome: sortedFindings(withoutHome),
  };
}

interface Holders {
  /** By trigger or subscription, the entity that shows it. */
  holderOf: ReadonlyMap<string, string>;
  /** By object, the entities that send events there. */
  reachedThrough: ReadonlyMap<string, ReadonlySet<string>>;
}

function* findHolders(
  mesh: EventMesh,
  index: MeshIndex,
): Generator<void, Holders> {
  const holderOf = new Map<string, string>();
  const reachedThrough = new Map<string, Set<string>>();
  const reach = (
    holder: string | undefined,
    destinations: (Destination | undefined)[],
  ) => {
    for (const destination of destinations) {
      if (holder && destination?.reference) {
        const key = objectKey(destination.reference);
        const holders = reachedThrough.get(key) ?? new Set();
        reachedThrough.set(key, holders.add(holder));
      }
    }
  };

  for (const { entityRef, role, object } of index.objects) {
    switch (role) {
      case 'broker':
      case 'channel':
        reach(entityRef, [object.delivery?.deadLetterSink]);
        break;
      case 'source':
        reach(entityRef, [
          object.destination,
          object.delivery?.deadLetterSink,
          ...(object.workloads ?? []),
        ]);
        break;
      case 'flow':
        reach(entityRef, destinationsOfFlow(object));
        break;
      default:
    }
    yield;
  }
  const hold = (
    kind: 'Trigger' | 'Subscription',
    link: { namespace: string; name: string },
    provider: ObjectReference,
    destinations: (Destination | undefined)[],
  ) => {
    const holder = index.find(provider)?.entityRef;
    if (holder) {
      const { namespace, name } = link;
      holderOf.set(objectKey(linkReference({ kind, namespace, name })), holder);
      reach(holder, destinations);
    }
  };
  for (const trigger of mesh.triggers ?? []) {
    const { namespace, name } = trigger.broker;
    hold(
      'Trigger',
      trigger,
      { group: EVENTING_GROUP, kind: 'Broker', namespace, name },
      [trigger.subscriber, trigger.delivery?.deadLetterSink],
    );
    yield;
  }
  for (const subscription of mesh.subscriptions ?? []) {
    hold('Subscription', subscription, subscription.channel, [
      subscription.subscriber,
      subscription.reply,
      subscription.delivery?.deadLetterSink,
    ]);
    yield;
  }
  return { holderOf, reachedThrough };
}
