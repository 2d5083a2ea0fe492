import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  eventMeshAnnotations,
  readEventTypeDetails,
  type EventConsumer,
  type Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import { EVENTING_GROUP, namespacedName } from './entities/names';
import { describeOmission, findOmission } from './omissions';

const MAXIMUM_NAMED = 5;

/** Something that would vanish from the catalog because it was not read. */
export interface Doubt {
  omission: Omission;
  /** The entity, or the link of an entity, that would vanish. */
  what: string;
}

/**
 * Whether an omission says that something could not be read this time. What a
 * service does not read at all is no reason to wait for it.
 */
export function isDoubtful(omission: Omission): boolean {
  return omission.reason !== 'unsupported';
}

/**
 * Compares what the catalog has with what a poll would leave, and finds what
 * would be lost only because the answer leaves something out.
 */
export function findDoubts(
  owned: Entity[],
  next: Entity[],
  omitted: Omission[],
): Doubt[] {
  const doubtful = omitted.filter(isDoubtful);
  const nextByIdentity = new Map(
    next.map(entity => [identityOf(entity), entity]),
  );
  return owned.flatMap(entity => {
    const successor = nextByIdentity.get(identityOf(entity));
    return successor
      ? lostLinks(entity, successor, doubtful)
      : lostEntity(entity, doubtful);
  });
}

/** One message for all doubts of a poll, with what to do. */
export function describeDoubts(doubts: Doubt[], configKey: string): string {
  const omissions = new Set(doubts.map(({ omission }) => omission));
  const reasons = [...omissions].map(
    omission =>
      `${describeOmission(omission)} (${omission.reason}: ${omission.message})`,
  );
  const named = doubts.slice(0, MAXIMUM_NAMED).map(({ what }) => what);
  const more = doubts.length - named.length;
  return `The catalog was left as it is, because the answer leaves out ${reasons.join(
    '; ',
  )}, and would remove ${named.join(', ')}${
    more > 0 ? ` and ${more} more` : ''
  }. Make it readable with ${configKey}.token; until then nothing of this environment is updated`;
}

function lostEntity(entity: Entity, omitted: Omission[]): Doubt[] {
  const annotations = entity.metadata.annotations ?? {};
  const kind = annotations[eventMeshAnnotations.kind];
  const namespace = annotations[eventMeshAnnotations.namespace];
  if (!kind || !namespace) {
    return [];
  }
  const omission = findOmission(omitted, {
    group: annotations[eventMeshAnnotations.group] ?? '',
    kind,
    namespace,
  });
  return omission ? [{ omission, what: stringifyEntityRef(entity) }] : [];
}

function lostLinks(
  entity: Entity,
  successor: Entity,
  omitted: Omission[],
): Doubt[] {
  const remaining = new Map(
    consumersOf(successor).map(consumer => [
      namespacedName(consumer.trigger),
      consumer,
    ]),
  );
  return consumersOf(entity).flatMap(consumer => {
    const { trigger, subscriber, link } = consumer;
    const now = remaining.get(namespacedName(trigger));
    const lost = now
      ? link.state === 'linked' && now.link.state === 'notRead'
      : true;
    const reference = now ? now.subscriber.reference : subscriber.reference;
    const omission =
      lost &&
      (now
        ? reference && findOmission(omitted, reference)
        : findOmission(omitted, {
            group: EVENTING_GROUP,
            kind: 'Trigger',
            namespace: trigger.namespace,
          }));
    return omission
      ? [
          {
            omission,
            what: `the link of ${stringifyEntityRef(
              entity,
            )} through Trigger ${namespacedName(trigger)}`,
          },
        ]
      : [];
  });
}

function identityOf(entity: Entity): string {
  const annotations = entity.metadata.annotations ?? {};
  return JSON.stringify([
    annotations[eventMeshAnnotations.group],
    annotations[eventMeshAnnotations.kind],
    annotations[eventMeshAnnotations.namespace],
    annotations[eventMeshAnnotations.name],
  ]);
}

function consumersOf(entity: Entity): EventConsumer[] {
  return readEventTypeDetails(entity)?.consumers ?? [];
}
