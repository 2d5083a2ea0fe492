import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  readBrokerDetails,
  readChannelDetails,
  readEventTypeDetails,
  readFlowDetails,
  readSinkDetails,
  readSourceDetails,
  type ConsumerLink,
  type EventProvider,
  type LinkedDestination,
  type MeshLink,
  type OutgoingLink,
  type Sender,
} from 'backstage-plugin-knative-event-mesh-common';
import type { JsonObject } from '@backstage/types';
import { countConsumers } from '../entities/countConsumers';
import { toJson } from '../entities/details';
import {
  compareTexts,
  linkReference,
  objectKey,
  sortedBy,
} from '../entities/names';
import type { EntityOptions } from '../entities/options';
import { relateConsumers, relateProducers } from '../entities/related';
import type { LastKnownLinks } from './lastKnownLinks';

/** What is known of what an answer leaves out. */
export interface Unread {
  links: LastKnownLinks;
  /** Full refs of the entities that stay although the poll has not made them. */
  kept: ReadonlySet<string>;
  /**
   * Whether the answer is one of a service that says of no event type who sends
   * it, and names sinks without their namespace, as the upstream one.
   */
  withoutProducers: boolean;
  options: EntityOptions;
}

/**
 * The entities of a poll, with what earlier polls have derived from something
 * that this answer leaves out: it keeps its last value, marked as unconfirmed.
 * May rest after each entity.
 */
export function* keepUnread(
  entities: Entity[],
  earlier: Entity[],
  unread: Unread,
): Generator<void, Entity[]> {
  const byRef = new Map(
    earlier.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const result: Entity[] = [];
  for (const entity of entities) {
    const last = byRef.get(stringifyEntityRef(entity));
    result.push(last ? keepOf(entity, last, unread) : entity);
    yield;
  }
  return result;
}

function keepOf(entity: Entity, last: Entity, unread: Unread): Entity {
  const sink = keepSink(entity, last, unread);
  const providesApis = keepProvidedApis(entity, last, unread);
  const details = {
    ...keepOfEventType(entity, last, unread),
    ...keepOfPlace(entity, last, unread),
    ...(sink && { sink }),
  };
  if (Object.keys(details).length === 0 && !providesApis) {
    return entity;
  }
  const { spec } = entity;
  return {
    ...entity,
    spec: {
      ...spec,
      ...(providesApis && { providesApis }),
      ...(sink && {
        dependsOn: withRefs(spec?.dependsOn, sink.link.components),
      }),
      eventMesh: { ...(spec?.eventMesh as JsonObject), ...toJson(details) },
    },
  };
}

function keepOfEventType(entity: Entity, last: Entity, unread: Unread) {
  const next = readEventTypeDetails(entity);
  const before = readEventTypeDetails(last);
  if (!next || !before) {
    return {};
  }
  const consumers = missing(before.consumers, next.consumers, unread).map(
    consumer => ({ ...consumer, link: unconfirmed(consumer.link) }),
  );
  const producers = missing(
    before.producers,
    next.producers,
    unread,
    unread.withoutProducers,
  ).map(producer => ({ ...producer, unconfirmed: true }));
  const provider = keepProvider(before.provider, next.provider, unread);
  const allConsumers = [...(next.consumers ?? []), ...consumers];
  return {
    ...(consumers.length > 0 && {
      consumers: sortedBy(
        allConsumers,
        item => item.via.namespace,
        item => item.via.name,
        item => item.via.kind,
        item => item.via.group,
        item => item.match,
      ),
      consumerCounts: countConsumers(allConsumers),
      relatedConsumers: withRefs(
        next.relatedConsumers,
        relateConsumers(consumers, unread.options),
      ),
    }),
    ...(producers.length > 0 && {
      producers: sortedBy(
        [...next.producers, ...producers],
        item => objectKey(item.via),
        item => item.match,
        item => item.evidence,
      ),
      relatedProducers: withRefs(
        next.relatedProducers,
        relateProducers(producers),
      ),
    }),
    ...(provider && { provider }),
  };
}

function keepProvider(
  before: EventProvider | undefined,
  next: EventProvider | undefined,
  { links, kept }: Unread,
): EventProvider | undefined {
  if (
    !before?.entityRef ||
    !next ||
    next.entityRef ||
    objectKey(before.reference) !== objectKey(next.reference)
  ) {
    return undefined;
  }
  const omission = links.findUnread(next.reference);
  if (omission) {
    links.used.add(omission);
  }
  return omission || kept.has(before.entityRef)
    ? { ...before, unconfirmed: true }
    : undefined;
}

/** Of a broker, channel, sink or flow: what leads on from it, and what sends to it. */
function keepOfPlace(entity: Entity, last: Entity, unread: Unread) {
  const next = readPlace(entity);
  const before = readPlace(last);
  if (!next || !before) {
    return {};
  }
  const outgoing = missing(before.outgoing, next.outgoing, unread).map(
    item => ({ ...item, link: unconfirmed(item.link) }),
  );
  return {
    ...(next.field &&
      outgoing.length > 0 && {
        [next.field]: sortedBy(
          [...next.outgoing, ...outgoing],
          item => item.via.namespace,
          item => item.via.name,
        ),
      }),
    ...keepSenders(before.senders, next.senders, unread),
  };
}

function readPlace(entity: Entity):
  | {
      field?: 'triggers' | 'subscriptions';
      outgoing: OutgoingLink[];
      senders: Sender[];
    }
  | undefined {
  const broker = readBrokerDetails(entity);
  if (broker) {
    const { triggers: outgoing, senders } = broker;
    return { field: 'triggers', outgoing, senders };
  }
  const channel = readChannelDetails(entity);
  if (channel) {
    const { subscriptions: outgoing, senders } = channel;
    return { field: 'subscriptions', outgoing, senders };
  }
  const other = readSinkDetails(entity) ?? readFlowDetails(entity);
  return other && { outgoing: [], senders: other.senders };
}

function keepSenders(before: Sender[], next: Sender[], { links }: Unread) {
  const known = new Set(next.map(senderKey));
  const kept = before.filter(sender => {
    const omission =
      !known.has(senderKey(sender)) && links.findUnread(sender.reference);
    if (omission) {
      links.used.add(omission);
    }
    return Boolean(omission);
  });
  return kept.length > 0
    ? { senders: sortedBy([...next, ...kept], senderKey) }
    : {};
}

/** Where a source sends, if the answer names that without its namespace. */
function keepSink(
  entity: Entity,
  last: Entity,
  { withoutProducers }: Unread,
): LinkedDestination | undefined {
  const next = readSourceDetails(entity)?.sink;
  const before = readSourceDetails(last)?.sink;
  const [now, then] = [next, before].map(sink => sink?.destination.reference);
  return withoutProducers &&
    next?.link.state === 'notRead' &&
    before?.link.state === 'linked' &&
    now?.kind === then?.kind &&
    now?.name === then?.name
    ? { ...before, link: unconfirmed(before.link) }
    : undefined;
}

/** What it provides of the event types that stay in doubt. */
function keepProvidedApis(entity: Entity, last: Entity, { kept }: Unread) {
  const before = last.spec?.providesApis;
  const refs = Array.isArray(before)
    ? before.map(String).filter(ref => kept.has(ref))
    : [];
  return refs.length > 0
    ? withRefs(entity.spec?.providesApis, refs)
    : undefined;
}

/** What comes through something that the answer leaves out, and so is not in it. */
function missing<T extends { via: MeshLink }>(
  before: T[] | undefined,
  next: T[] | undefined,
  { links }: Unread,
  isAllUnread = false,
): T[] {
  const known = new Set(next?.map(({ via }) => objectKey(linkReference(via))));
  return (before ?? []).filter(({ via }) => {
    const reference = linkReference(via);
    if (known.has(objectKey(reference))) {
      return false;
    }
    const omission = links.findUnread(reference);
    if (omission) {
      links.used.add(omission);
    }
    return Boolean(omission) || isAllUnread;
  });
}

function unconfirmed(link: ConsumerLink): ConsumerLink {
  return { ...link, unconfirmed: true };
}

function senderKey({ reference, as }: Sender): string {
  return JSON.stringify([objectKey(reference), as]);
}

function withRefs(refs: unknown, more: string[]): string[] {
  const known = Array.isArray(refs) ? refs.map(String) : [];
  return [...new Set([...known, ...more])].sort(compareTexts);
}
