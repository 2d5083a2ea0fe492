import type { Entity } from '@backstage/catalog-model';
import { readDelivery, readLinkedDestination } from './reading/destinations';
import {
  readConsumer,
  readFlowStep,
  readOutgoingLink,
  readProducer,
  readProvider,
  readSender,
} from './reading/links';
import {
  readAttribute,
  readAuthorization,
  readEmission,
  readFinding,
  readReadiness,
  readReference,
  readSetting,
} from './reading/parts';
import {
  count,
  fields,
  listOf,
  oneOf,
  text,
  type Fields,
} from './reading/values';
import { roleOf, type EventMeshRole } from './roles';
import type {
  BrokerDetails,
  ChannelDetails,
  ConsumerCounts,
  EventTypeDetails,
  FlowDetails,
  SinkDetails,
  SourceDetails,
} from './types';

/** What an entity says about the event mesh, if it has the role. */
export function detailsOf(
  entity: Entity,
  role: EventMeshRole,
): Fields | undefined {
  return roleOf(entity) === role ? fields(entity.spec?.eventMesh) : undefined;
}

/**
 * What the API entity of an event type tells of it, or undefined for any other
 * entity. Anyone can write a catalog file, so nothing about the shape is taken
 * on trust: parts that do not fit are left out.
 *
 * @public
 */
export function readEventTypeDetails(
  entity: Entity,
): EventTypeDetails | undefined {
  const from = detailsOf(entity, 'eventType');
  return (
    from && {
      type: text(from.type) ?? entity.metadata.title ?? entity.metadata.name,
      attributes: listOf(from.attributes, readAttribute),
      schemaUrl: text(from.schemaUrl),
      rawSchema: text(from.rawSchema),
      readiness: readReadiness(from.readiness),
      origin: oneOf(['declared', 'source', 'observed'], from.origin),
      provider: readProvider(from.provider),
      producers: listOf(from.producers, readProducer),
      consumers: Array.isArray(from.consumers)
        ? listOf(from.consumers, readConsumer)
        : undefined,
      consumerCounts: readConsumerCounts(from.consumerCounts),
      relatedConsumers: listOf(from.relatedConsumers, text),
      relatedProducers: listOf(from.relatedProducers, text),
      findings: listOf(from.findings, readFinding),
    }
  );
}

/**
 * What the Component entity of a broker tells of it, or undefined for any
 * other entity. Reads as carefully as {@link readEventTypeDetails}.
 *
 * @public
 */
export function readBrokerDetails(entity: Entity): BrokerDetails | undefined {
  const from = detailsOf(entity, 'broker');
  return (
    from && {
      brokerClass: text(from.brokerClass),
      address: text(from.address),
      readiness: readReadiness(from.readiness),
      triggers: listOf(from.triggers, readOutgoingLink),
      delivery: readDelivery(from.delivery),
      authorization: readAuthorization(from.authorization),
      senders: listOf(from.senders, readSender),
      findings: listOf(from.findings, readFinding),
    }
  );
}

/**
 * What the Component entity of a channel tells of it, or undefined for any
 * other entity. Reads as carefully as {@link readEventTypeDetails}.
 *
 * @public
 */
export function readChannelDetails(entity: Entity): ChannelDetails | undefined {
  const from = detailsOf(entity, 'channel');
  return (
    from && {
      backing: readReference(from.backing),
      address: text(from.address),
      readiness: readReadiness(from.readiness),
      subscriptions: listOf(from.subscriptions, readOutgoingLink),
      delivery: readDelivery(from.delivery),
      authorization: readAuthorization(from.authorization),
      senders: listOf(from.senders, readSender),
      findings: listOf(from.findings, readFinding),
    }
  );
}

/**
 * What the Component entity of a source tells of it, or undefined for any
 * other entity. Reads as carefully as {@link readEventTypeDetails}.
 *
 * @public
 */
export function readSourceDetails(entity: Entity): SourceDetails | undefined {
  const from = detailsOf(entity, 'source');
  return (
    from && {
      sink: readLinkedDestination(from.sink),
      emissions: listOf(from.emissions, readEmission),
      // That nothing else is sent is only known where it is said.
      mayEmitOthers: from.mayEmitOthers !== false,
      ceOverrides: listOf(from.ceOverrides, readSetting),
      workloads: listOf(from.workloads, readLinkedDestination),
      identity: text(from.identity),
      delivery: readDelivery(from.delivery),
      settings: listOf(from.settings, readSetting),
      readiness: readReadiness(from.readiness),
      findings: listOf(from.findings, readFinding),
    }
  );
}

/**
 * What the Component entity of a sink tells of it, or undefined for any other
 * entity. Reads as carefully as {@link readEventTypeDetails}.
 *
 * @public
 */
export function readSinkDetails(entity: Entity): SinkDetails | undefined {
  const from = detailsOf(entity, 'sink');
  return (
    from && {
      address: text(from.address),
      settings: listOf(from.settings, readSetting),
      authorization: readAuthorization(from.authorization),
      senders: listOf(from.senders, readSender),
      readiness: readReadiness(from.readiness),
      findings: listOf(from.findings, readFinding),
    }
  );
}

/**
 * What the Component entity of a Sequence, Parallel, EventTransform or
 * RequestReply tells of it, or undefined for any other entity. Reads as
 * carefully as {@link readEventTypeDetails}.
 *
 * @public
 */
export function readFlowDetails(entity: Entity): FlowDetails | undefined {
  const from = detailsOf(entity, 'flow');
  return (
    from && {
      address: text(from.address),
      steps: listOf(from.steps, readFlowStep),
      reply: readLinkedDestination(from.reply),
      delivery: readDelivery(from.delivery),
      authorization: readAuthorization(from.authorization),
      senders: listOf(from.senders, readSender),
      readiness: readReadiness(from.readiness),
      findings: listOf(from.findings, readFinding),
    }
  );
}

function readConsumerCounts(value: unknown): ConsumerCounts | undefined {
  const from = fields(value);
  const yes = count(from?.yes);
  const maybe = count(from?.maybe);
  return yes === undefined || maybe === undefined ? undefined : { yes, maybe };
}
