import type {
  AttributeDeclaration,
  Broker,
  Consumer,
  EventMesh,
  EventType,
  Finding,
  MatchReason,
  ObjectReference,
  Omission,
  Readiness,
  Source,
  Subscribable,
  Subscriber,
  Trigger,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  flag,
  isObject,
  list,
  oneOf,
  optional,
  optionalText,
  shapeError,
  text,
  textRecord,
  type JsonRecord,
} from './shape';

/** An answer of the service, and what had to be left out of it. */
export interface ReadEventMesh {
  mesh: EventMesh;
  /** One sentence per item that could never become an entity. */
  skipped: string[];
}

/**
 * Turns the body of an answer into an event mesh.
 *
 * @remarks
 * `null` counts as empty in the fields of the upstream service, which writes it
 * for empty lists and maps. Its lists of channels and sources, and all of our
 * own lists, may be absent; then they are omitted, not empty.
 *
 * @throws when the body does not have the shape of an event mesh.
 */
export function readEventMesh(body: unknown): ReadEventMesh {
  if (!isObject(body)) {
    throw shapeError('the answer', 'an object');
  }
  if (body.eventTypes === undefined || body.brokers === undefined) {
    throw shapeError('the answer', 'an object with eventTypes and brokers');
  }
  const skipped: string[] = [];
  const omitted: Omission[] =
    optional(body.omitted, value => list(value, 'omitted', readOmission)) ?? [];
  const readItems = <T>(
    key: string,
    read: (item: JsonRecord, path: string) => T,
    required: string[],
  ): T[] =>
    list(body[key] ?? [], key, (item, path) => {
      const missing = isObject(item)
        ? required.filter(field => !item[field])
        : required;
      if (!isObject(item) || missing.length > 0) {
        skipped.push(`${path} has no ${missing.join(', no ')}`);
        return [];
      }
      return [read(item, path)];
    }).flat();

  const named = ['name', 'namespace'];
  if (body.subscribables === undefined) {
    omitted.push({
      group: 'messaging.knative.dev',
      reason: 'unavailable',
      message: 'The answer of the service has no list of channels.',
    });
  }
  if (body.sources === undefined) {
    omitted.push({
      group: 'sources.knative.dev',
      reason: 'unavailable',
      message: 'The answer of the service has no list of sources.',
    });
  }

  return {
    mesh: {
      serviceVersion: optionalText(body.serviceVersion, 'serviceVersion'),
      eventTypes: readItems('eventTypes', readEventType, [...named, 'type']),
      brokers: readItems('brokers', readBroker, named),
      subscribables: readItems('subscribables', readSubscribable, named),
      sources: readItems('sources', readSource, named),
      triggers: optional(body.triggers, () =>
        readItems('triggers', readTrigger, [...named, 'broker']),
      ),
      findings: optional(body.findings, value =>
        list(value, 'findings', readFinding),
      ),
      omitted,
    },
    skipped,
  };
}

function readObject(item: JsonRecord, path: string) {
  return {
    name: text(item.name, `${path}.name`),
    namespace: text(item.namespace, `${path}.namespace`),
    uid: optionalText(item.uid, `${path}.uid`) ?? '',
    labels: textRecord(item.labels, `${path}.labels`),
    annotations: textRecord(item.annotations, `${path}.annotations`),
  };
}

function readTexts(value: unknown, path: string): string[] {
  return list(value ?? [], path, text);
}

function readEventType(item: JsonRecord, path: string): EventType {
  return {
    ...readObject(item, path),
    type: text(item.type, `${path}.type`),
    description: optionalText(item.description, `${path}.description`),
    schemaData: optionalText(item.schemaData, `${path}.schemaData`),
    schemaURL: optionalText(item.schemaURL, `${path}.schemaURL`),
    reference: optional(item.reference, value =>
      readReference(value, `${path}.reference`),
    ),
    consumedBy: readTexts(item.consumedBy, `${path}.consumedBy`),
    attributes: optional(item.attributes, value =>
      list(value, `${path}.attributes`, readAttribute),
    ),
    consumers: optional(item.consumers, value =>
      list(value, `${path}.consumers`, readConsumer),
    ),
    readiness: readReadiness(item.readiness, `${path}.readiness`),
  };
}

function readBroker(item: JsonRecord, path: string): Broker {
  return {
    ...readObject(item, path),
    providedEventTypes: readTexts(
      item.providedEventTypes,
      `${path}.providedEventTypes`,
    ),
    brokerClass: optionalText(item.brokerClass, `${path}.brokerClass`),
    address: optionalText(item.address, `${path}.address`),
    readiness: readReadiness(item.readiness, `${path}.readiness`),
  };
}

function readSubscribable(item: JsonRecord, path: string): Subscribable {
  return {
    ...readObject(item, path),
    group: text(item.group, `${path}.group`),
    kind: text(item.kind, `${path}.kind`),
    providedEventTypes: readTexts(
      item.providedEventTypes,
      `${path}.providedEventTypes`,
    ),
  };
}

function readSource(item: JsonRecord, path: string): Source {
  return {
    ...readSubscribable(item, path),
    sink: optional(item.sink, value => readReference(value, `${path}.sink`)),
    providedEventTypeTypes: readTexts(
      item.providedEventTypeTypes,
      `${path}.providedEventTypeTypes`,
    ),
  };
}

function readTrigger(item: JsonRecord, path: string): Trigger {
  return {
    ...readObject(item, path),
    broker: readName(item.broker, `${path}.broker`),
    filter: optional(item.filter, value => textRecord(value, `${path}.filter`)),
    filters: optional(item.filters, value =>
      list(value, `${path}.filters`, filter => filter),
    ),
    subscriber: optional(item.subscriber, value =>
      readSubscriber(value, `${path}.subscriber`),
    ),
    readiness: readReadiness(item.readiness, `${path}.readiness`),
  };
}

function readSubscriber(value: unknown, path: string): Subscriber {
  if (!isObject(value)) {
    throw shapeError(path, 'an object');
  }
  return {
    reference: optional(value.reference, reference =>
      readReference(reference, `${path}.reference`),
    ),
    uri: optionalText(value.uri, `${path}.uri`),
    kubernetesId: optionalText(value.kubernetesId, `${path}.kubernetesId`),
    labels: optional(value.labels, labels =>
      textRecord(labels, `${path}.labels`),
    ),
    found: oneOf(value.found, `${path}.found`, ['yes', 'no', 'unknown']),
  };
}

function readConsumer(value: unknown, path: string): Consumer {
  if (!isObject(value) || !isObject(value.via)) {
    throw shapeError(path, 'an object with via');
  }
  return {
    via: {
      kind: oneOf(value.via.kind, `${path}.via.kind`, ['Trigger']),
      ...readName(value.via, `${path}.via`),
    },
    match: oneOf(value.match, `${path}.match`, ['yes', 'maybe']),
    reasons: list(value.reasons ?? [], `${path}.reasons`, readReason),
  };
}

function readReason(value: unknown, path: string): MatchReason {
  if (!isObject(value)) {
    throw shapeError(path, 'an object');
  }
  return {
    // A newer service may know more codes; the text explains each of them.
    code: text(value.code, `${path}.code`) as MatchReason['code'],
    attribute: optionalText(value.attribute, `${path}.attribute`),
    text: text(value.text, `${path}.text`),
  };
}

function readAttribute(value: unknown, path: string): AttributeDeclaration {
  if (!isObject(value)) {
    throw shapeError(path, 'an object');
  }
  return {
    name: text(value.name, `${path}.name`),
    value: optional(value.value, given => text(given, `${path}.value`)),
    required: flag(value.required, `${path}.required`),
  };
}

function readReadiness(value: unknown, path: string): Readiness | undefined {
  return optional(value, given => {
    if (!isObject(given)) {
      throw shapeError(path, 'an object');
    }
    return {
      status: oneOf(given.status, `${path}.status`, [
        'True',
        'False',
        'Unknown',
      ]),
      reason: optionalText(given.reason, `${path}.reason`),
      message: optionalText(given.message, `${path}.message`),
      since: optionalText(given.since, `${path}.since`),
      stale: flag(given.stale, `${path}.stale`),
    };
  });
}

function readName(value: unknown, path: string) {
  if (!isObject(value)) {
    throw shapeError(path, 'an object');
  }
  return {
    namespace: text(value.namespace, `${path}.namespace`),
    name: text(value.name, `${path}.name`),
  };
}

function readReference(value: unknown, path: string): ObjectReference {
  if (!isObject(value)) {
    throw shapeError(path, 'an object');
  }
  return {
    group: optionalText(value.group, `${path}.group`) ?? '',
    kind: text(value.kind, `${path}.kind`),
    ...readName(value, path),
  };
}

function readFinding(value: unknown, path: string): Finding {
  if (!isObject(value)) {
    throw shapeError(path, 'an object');
  }
  return {
    code: text(value.code, `${path}.code`),
    severity: oneOf(value.severity, `${path}.severity`, [
      'error',
      'warning',
      'info',
    ]),
    object: readReference(value.object, `${path}.object`),
    message: text(value.message, `${path}.message`),
    action: text(value.action, `${path}.action`),
  };
}

function readOmission(value: unknown, path: string): Omission {
  if (!isObject(value)) {
    throw shapeError(path, 'an object');
  }
  return {
    group: optional(value.group, group => text(group, `${path}.group`)),
    kind: optionalText(value.kind, `${path}.kind`),
    namespace: optionalText(value.namespace, `${path}.namespace`),
    reason: oneOf(value.reason, `${path}.reason`, [
      'forbidden',
      'unavailable',
      'unsupported',
    ]),
    message: text(value.message, `${path}.message`),
  };
}
