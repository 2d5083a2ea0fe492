import type {
  EventConsumer,
  EventProducer,
  EventProvider,
  FlowStepSummary,
  LinkSummary,
  OutgoingLink,
  Sender,
} from '../types';
import {
  readDelivery,
  readDestination,
  readLink,
  readLinkedDestination,
} from './destinations';
import {
  readMatch,
  readReadiness,
  readReason,
  readReference,
  readSetting,
} from './parts';
import { fields, listOf, oneOf, text } from './values';

function readLinkSummary(value: unknown): LinkSummary | undefined {
  const from = fields(value);
  const name = text(from?.name);
  return from && name
    ? {
        group: text(from.group),
        kind: text(from.kind) ?? 'Trigger',
        namespace: text(from.namespace) ?? '',
        name,
        filter: listOf(from.filter, readSetting),
        filters: text(from.filters),
        filtersCut: from.filtersCut === true ? true : undefined,
        delivery: readDelivery(from.delivery),
        reply: readLinkedDestination(from.reply),
        channelReadiness: readReadiness(from.channelReadiness),
        readiness: readReadiness(from.readiness),
      }
    : undefined;
}

export function readConsumer(value: unknown): EventConsumer | undefined {
  const from = fields(value);
  const via = readLinkSummary(from?.via);
  return from && via
    ? {
        via,
        match: readMatch(from.match),
        reasons: listOf(from.reasons, readReason),
        subscriber: readDestination(from.subscriber),
        link: readLink(from.link),
      }
    : undefined;
}

/** Without evidence nobody can be said to produce anything. */
export function readProducer(value: unknown): EventProducer | undefined {
  const from = fields(value);
  const via = readReference(from?.via);
  const evidence = text(from?.evidence);
  return from && via && evidence
    ? {
        via,
        match: readMatch(from.match),
        evidence: evidence as EventProducer['evidence'],
        entityRef: text(from.entityRef),
        workloads: listOf(from.workloads, readLinkedDestination),
        readiness: readReadiness(from.readiness),
        unconfirmed: from.unconfirmed === true ? true : undefined,
      }
    : undefined;
}

export function readProvider(value: unknown): EventProvider | undefined {
  const from = fields(value);
  const reference = readReference(from?.reference);
  return from && reference
    ? {
        reference,
        entityRef: text(from.entityRef),
        brokerClass: text(from.brokerClass),
        readiness: readReadiness(from.readiness),
        unconfirmed: from.unconfirmed === true ? true : undefined,
      }
    : undefined;
}

export function readOutgoingLink(value: unknown): OutgoingLink | undefined {
  const from = fields(value);
  const via = readLinkSummary(from?.via);
  return from && via
    ? {
        via,
        subscriber: readDestination(from.subscriber),
        link: readLink(from.link),
        eventTypes: listOf(from.eventTypes, item => {
          const eventType = fields(item);
          const entityRef = text(eventType?.entityRef);
          return eventType && entityRef
            ? {
                entityRef,
                type: text(eventType.type) ?? entityRef,
                match: readMatch(eventType.match),
                reasons: listOf(eventType.reasons, readReason),
              }
            : undefined;
        }),
      }
    : undefined;
}

export function readSender(value: unknown): Sender | undefined {
  const from = fields(value);
  const reference = readReference(from?.reference);
  const as = oneOf(['source', 'subscriber', 'reply', 'deadLetter'], from?.as);
  return from && reference && as
    ? { reference, entityRef: text(from.entityRef), as }
    : undefined;
}

export function readFlowStep(value: unknown): FlowStepSummary | undefined {
  const from = fields(value);
  return (
    from && {
      filter: readLinkedDestination(from.filter),
      subscriber: readLinkedDestination(from.subscriber),
      reply: readLinkedDestination(from.reply),
      delivery: readDelivery(from.delivery),
      readiness: readReadiness(from.readiness),
    }
  );
}
