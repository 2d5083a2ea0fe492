import type { Entity } from '@backstage/catalog-model';
import type {
  AttributeDeclaration,
  Finding,
  MatchReason,
  ObjectReference,
  Readiness,
} from '../contract';
import { eventMeshAnnotations } from './annotations';
import type {
  BrokerDetails,
  BrokerTrigger,
  ConsumerLink,
  EventConsumer,
  EventProvider,
  EventTypeDetails,
  LinkState,
  SubscriberSummary,
  TriggerSummary,
} from './types';

type Fields = Record<string, unknown>;

const linkStates: readonly LinkState[] = [
  'linked',
  'noKubernetesId',
  'noComponent',
  'notFound',
  'notRead',
  'external',
  'noSubscriber',
];

function fields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function oneOf<T extends string>(
  allowed: readonly T[],
  value: unknown,
): T | undefined {
  return allowed.find(candidate => candidate === value);
}

function listOf<T>(
  value: unknown,
  read: (item: unknown) => T | undefined,
): T[] {
  return Array.isArray(value)
    ? value.flatMap(item => {
        const result = read(item);
        return result === undefined ? [] : [result];
      })
    : [];
}

function readReference(value: unknown): ObjectReference | undefined {
  const from = fields(value);
  const kind = text(from?.kind);
  const name = text(from?.name);
  return from && kind && name
    ? {
        group: text(from.group) ?? '',
        kind,
        namespace: text(from.namespace) ?? '',
        name,
      }
    : undefined;
}

function readReadiness(value: unknown): Readiness | undefined {
  const from = fields(value);
  const status = oneOf(['True', 'False', 'Unknown'] as const, from?.status);
  return from && status
    ? {
        status,
        reason: text(from.reason),
        message: text(from.message),
        since: text(from.since),
        stale: from.stale === true,
      }
    : undefined;
}

function readReason(value: unknown): MatchReason | undefined {
  const from = fields(value);
  const sentence = text(from?.text);
  const code = text(from?.code);
  return from && sentence && code
    ? {
        code: code as MatchReason['code'],
        attribute: text(from.attribute),
        text: sentence,
      }
    : undefined;
}

function readTrigger(value: unknown): TriggerSummary | undefined {
  const from = fields(value);
  const name = text(from?.name);
  return from && name
    ? {
        namespace: text(from.namespace) ?? '',
        name,
        filter: listOf(from.filter, item => {
          const attribute = fields(item);
          const attributeName = text(attribute?.name);
          return attribute && attributeName
            ? { name: attributeName, value: text(attribute.value) ?? '' }
            : undefined;
        }),
        filters: text(from.filters),
        readiness: readReadiness(from.readiness),
      }
    : undefined;
}

function readSubscriber(value: unknown): SubscriberSummary {
  const from = fields(value);
  return {
    reference: readReference(from?.reference),
    uri: text(from?.uri),
    kubernetesId: text(from?.kubernetesId),
    found: oneOf(['yes', 'no', 'unknown'] as const, from?.found) ?? 'unknown',
  };
}

function readLink(value: unknown): ConsumerLink {
  const from = fields(value);
  return {
    state: oneOf(linkStates, from?.state) ?? 'notRead',
    components: listOf(from?.components, text),
    advice: text(from?.advice),
  };
}

function readMatch(value: unknown): 'yes' | 'maybe' {
  return value === 'yes' ? 'yes' : 'maybe';
}

function readConsumer(value: unknown): EventConsumer | undefined {
  const from = fields(value);
  const trigger = readTrigger(from?.trigger);
  return from && trigger
    ? {
        trigger,
        match: readMatch(from.match),
        reasons: listOf(from.reasons, readReason),
        subscriber: readSubscriber(from.subscriber),
        link: readLink(from.link),
      }
    : undefined;
}

function readFinding(value: unknown): Finding | undefined {
  const from = fields(value);
  const code = text(from?.code);
  const message = text(from?.message);
  const object = readReference(from?.object);
  return from && code && message && object
    ? {
        code,
        severity:
          oneOf(['error', 'warning', 'info'] as const, from.severity) ?? 'info',
        object,
        message,
        action: text(from.action) ?? '',
      }
    : undefined;
}

function readAttribute(value: unknown): AttributeDeclaration | undefined {
  const from = fields(value);
  const name = text(from?.name);
  return from && name
    ? { name, value: text(from.value), required: from.required === true }
    : undefined;
}

function readProvider(value: unknown): EventProvider | undefined {
  const from = fields(value);
  const reference = readReference(from?.reference);
  return from && reference
    ? {
        reference,
        entityRef: text(from.entityRef),
        brokerClass: text(from.brokerClass),
        readiness: readReadiness(from.readiness),
      }
    : undefined;
}

function readBrokerTrigger(value: unknown): BrokerTrigger | undefined {
  const from = fields(value);
  const trigger = readTrigger(from?.trigger);
  return from && trigger
    ? {
        trigger,
        subscriber: readSubscriber(from.subscriber),
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

function detailsOf(entity: Entity, kind: string): Fields | undefined {
  return entity.metadata.annotations?.[eventMeshAnnotations.kind] === kind
    ? fields(entity.spec?.eventMesh)
    : undefined;
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
  const from = detailsOf(entity, 'EventType');
  return (
    from && {
      type: text(from.type) ?? entity.metadata.title ?? entity.metadata.name,
      attributes: listOf(from.attributes, readAttribute),
      schemaUrl: text(from.schemaUrl),
      rawSchema: text(from.rawSchema),
      readiness: readReadiness(from.readiness),
      provider: readProvider(from.provider),
      consumers: listOf(from.consumers, readConsumer),
      relatedConsumers: listOf(from.relatedConsumers, text),
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
  const from = detailsOf(entity, 'Broker');
  return (
    from && {
      brokerClass: text(from.brokerClass),
      address: text(from.address),
      readiness: readReadiness(from.readiness),
      triggers: listOf(from.triggers, readBrokerTrigger),
      findings: listOf(from.findings, readFinding),
    }
  );
}
