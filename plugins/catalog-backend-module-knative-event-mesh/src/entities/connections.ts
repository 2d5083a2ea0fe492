import type {
  Consumer,
  EventConsumer,
  EventMesh,
  LinkSummary,
  MatchReason,
  MeshLink,
  OutgoingLink,
} from 'backstage-plugin-knative-event-mesh-common';
import type { LinkContext } from '../links';
import { coverLinks } from './linkCoverage';
import type { MeshIndex } from './meshIndex';
import {
  EVENTING_GROUP,
  linkReference,
  namespacedName,
  objectKey,
  sortedBy,
} from './names';
import { connectSubscription, connectTrigger } from './outgoingLinks';

/** The triggers and subscriptions of a mesh as both of their ends show them. */
export interface Connections {
  /** By event type, as `<namespace>/<name>`; sorted by what they come through. */
  consumers: ReadonlyMap<string, EventConsumer[]>;
  /** By ref of the entity of the broker or channel; sorted. */
  outgoing: ReadonlyMap<string, OutgoingLink[]>;
  /** The trigger or subscription that a link of the answer points to. */
  find(link: MeshLink): OutgoingLink | undefined;
  linkCoverage: { linked: number; total: number };
  /** One sentence per consumer through something that the answer does not contain. */
  warnings: string[];
}

/**
 * Connects event types, brokers and channels with subscribers. Each trigger and
 * subscription is linked once, however many event types it passes. May rest
 * after each object.
 */
export function* connect(
  mesh: EventMesh,
  index: MeshIndex,
  context: LinkContext,
): Generator<void, Connections> {
  const connected = new Map<string, OutgoingLink>();
  const outgoing = new Map<string, OutgoingLink[]>();

  for (const trigger of mesh.triggers ?? []) {
    const broker = {
      group: EVENTING_GROUP,
      kind: 'Broker',
      namespace: trigger.broker.namespace,
      name: trigger.broker.name,
    };
    const item = connectTrigger(trigger, context);
    connected.set(linkKey(item.via), item);
    append(outgoing, index.find(broker)?.entityRef, item);
    yield;
  }
  for (const subscription of mesh.subscriptions ?? []) {
    const item = connectSubscription(subscription, context);
    connected.set(linkKey(item.via), item);
    append(outgoing, index.find(subscription.channel)?.entityRef, item);
    yield;
  }

  const find = (link: MeshLink) => connected.get(linkKey(link));
  const consumers = new Map<string, EventConsumer[]>();
  const warnings: string[] = [];
  for (const eventType of mesh.eventTypes) {
    const key = namespacedName(eventType);
    for (const consumer of eventType.consumers ?? []) {
      const { match } = consumer;
      const item = find(consumer.via);
      const end = item ?? directConsumer(consumer, index);
      if (!end) {
        warnings.push(
          `the consumer of EventType ${key} through ${
            consumer.via.kind
          } ${namespacedName(
            consumer.via,
          )}, because the answer does not contain that`,
        );
        continue;
      }
      const { via, subscriber, link } = end;
      const reasons = sortedReasons(consumer.reasons);
      append(consumers, key, { via, match, reasons, subscriber, link });
      item?.eventTypes.push({
        entityRef: index.eventTypeRef(eventType),
        type: eventType.type,
        match,
        reasons,
      });
    }
    yield;
  }
  for (const [key, items] of consumers) {
    consumers.set(
      key,
      sortedBy(
        items,
        item => item.via.namespace,
        item => item.via.name,
        item => item.via.kind,
        item => item.via.group,
        item => item.match,
      ),
    );
  }
  return {
    consumers,
    outgoing,
    find,
    linkCoverage: coverLinks(connected.values()),
    warnings,
  };
}

/** A sink or flow that events are sent to without anything in between. */
function directConsumer({ via }: Consumer, index: MeshIndex) {
  const reference = linkReference(via);
  const found = index.find(reference);
  if (found?.role !== 'sink' && found?.role !== 'flow') {
    return undefined;
  }
  const summary: LinkSummary = {
    ...reference,
    filter: [],
    readiness: found.object.readiness,
  };
  return {
    via: summary,
    subscriber: { reference, found: 'yes' as const },
    link: { state: 'linked' as const, components: [found.entityRef] },
  };
}

function linkKey(link: MeshLink): string {
  return objectKey(linkReference(link));
}

function append<T>(lists: Map<string, T[]>, key: string | undefined, item: T) {
  if (key === undefined) {
    return;
  }
  const items = lists.get(key);
  if (items) {
    items.push(item);
  } else {
    lists.set(key, [item]);
  }
}

function sortedReasons(reasons: MatchReason[]): MatchReason[] {
  return sortedBy(
    reasons,
    reason => reason.code,
    reason => reason.attribute,
    reason => reason.text,
  );
}
