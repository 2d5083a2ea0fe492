import type {
  Subscription,
  Trigger,
} from 'backstage-plugin-knative-event-mesh-common';
import { list, optional, textRecord, type JsonRecord } from '../shape';
import { readDelivery, readDestination } from './destinations';
import { readName, readObject, readReadiness, readReference } from './parts';

export function readTrigger(item: JsonRecord, path: string): Trigger {
  return {
    ...readObject(item, path),
    broker: readName(item.broker, `${path}.broker`),
    filter: optional(item.filter, value => textRecord(value, `${path}.filter`)),
    filters: optional(item.filters, value =>
      list(value, `${path}.filters`, filter => filter),
    ),
    subscriber: readDestination(item.subscriber, `${path}.subscriber`),
    dependency: optional(item.dependency, value =>
      readReference(value, `${path}.dependency`),
    ),
    delivery: readDelivery(item.delivery, `${path}.delivery`),
    readiness: readReadiness(item.readiness, `${path}.readiness`),
  };
}

export function readSubscription(item: JsonRecord, path: string): Subscription {
  return {
    ...readObject(item, path),
    channel: readReference(item.channel, `${path}.channel`),
    subscriber: readDestination(item.subscriber, `${path}.subscriber`),
    reply: readDestination(item.reply, `${path}.reply`),
    delivery: readDelivery(item.delivery, `${path}.delivery`),
    channelReadiness: readReadiness(
      item.channelReadiness,
      `${path}.channelReadiness`,
    ),
    readiness: readReadiness(item.readiness, `${path}.readiness`),
  };
}
