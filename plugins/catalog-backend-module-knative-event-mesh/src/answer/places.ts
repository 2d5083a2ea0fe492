import type {
  Broker,
  Emission,
  Flow,
  FlowStep,
  Sink,
  Source,
  Subscribable,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  flag,
  list,
  object,
  oneOf,
  optional,
  optionalText,
  text,
  type JsonRecord,
} from '../shape';
import {
  readDelivery,
  readDestination,
  readDestinations,
} from './destinations';
import {
  readAuthorization,
  readObject,
  readObjectOfKind,
  readReadiness,
  readReference,
  readSettings,
  readTexts,
} from './parts';

/** What everything has that events can be sent to. */
function readAddressable(item: JsonRecord, path: string) {
  return {
    address: optionalText(item.address, `${path}.address`),
    authorization: readAuthorization(
      item.authorization,
      `${path}.authorization`,
    ),
    readiness: readReadiness(item.readiness, `${path}.readiness`),
  };
}

function readProvided(item: JsonRecord, path: string) {
  return {
    providedEventTypes: readTexts(
      item.providedEventTypes,
      `${path}.providedEventTypes`,
    ),
  };
}

export function readBroker(item: JsonRecord, path: string): Broker {
  return {
    ...readObject(item, path),
    ...readProvided(item, path),
    brokerClass: optionalText(item.brokerClass, `${path}.brokerClass`),
    delivery: readDelivery(item.delivery, `${path}.delivery`),
    ...readAddressable(item, path),
  };
}

export function readSubscribable(item: JsonRecord, path: string): Subscribable {
  return {
    ...readObjectOfKind(item, path),
    ...readProvided(item, path),
    backing: optional(item.backing, value =>
      readReference(value, `${path}.backing`),
    ),
    delivery: readDelivery(item.delivery, `${path}.delivery`),
    ...readAddressable(item, path),
  };
}

export function readSource(item: JsonRecord, path: string): Source {
  return {
    ...readObjectOfKind(item, path),
    ...readProvided(item, path),
    providedEventTypeTypes: readTexts(
      item.providedEventTypeTypes,
      `${path}.providedEventTypeTypes`,
    ),
    sink: optional(item.sink, value => readReference(value, `${path}.sink`)),
    destination: readDestination(item.destination, `${path}.destination`),
    emissions: optional(item.emissions, value =>
      list(value, `${path}.emissions`, readEmission),
    ),
    mayEmitOthers: optional(item.mayEmitOthers, value =>
      flag(value, `${path}.mayEmitOthers`),
    ),
    ceOverrides: readSettings(item.ceOverrides, `${path}.ceOverrides`),
    workloads: readDestinations(item.workloads, `${path}.workloads`),
    identity: optionalText(item.identity, `${path}.identity`),
    delivery: readDelivery(item.delivery, `${path}.delivery`),
    settings: readSettings(item.settings, `${path}.settings`),
    readiness: readReadiness(item.readiness, `${path}.readiness`),
  };
}

function readEmission(value: unknown, path: string): Emission {
  const from = object(value, path);
  return {
    type: text(from.type, `${path}.type`),
    source: optionalText(from.source, `${path}.source`),
    match: oneOf(from.match, `${path}.match`, ['yes', 'maybe']),
  };
}

export function readSink(item: JsonRecord, path: string): Sink {
  return {
    ...readObjectOfKind(item, path),
    settings: readSettings(item.settings, `${path}.settings`),
    ...readAddressable(item, path),
  };
}

export function readFlow(item: JsonRecord, path: string): Flow {
  return {
    ...readObjectOfKind(item, path),
    steps: list(item.steps ?? [], `${path}.steps`, readStep),
    reply: readDestination(item.reply, `${path}.reply`),
    delivery: readDelivery(item.delivery, `${path}.delivery`),
    ...readAddressable(item, path),
  };
}

function readStep(value: unknown, path: string): FlowStep {
  const from = object(value, path);
  return {
    filter: readDestination(from.filter, `${path}.filter`),
    subscriber: readDestination(from.subscriber, `${path}.subscriber`),
    reply: readDestination(from.reply, `${path}.reply`),
    delivery: readDelivery(from.delivery, `${path}.delivery`),
    readiness: readReadiness(from.readiness, `${path}.readiness`),
  };
}
