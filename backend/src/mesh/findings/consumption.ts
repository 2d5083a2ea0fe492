import type {
  EventType,
  Finding,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { groupedBy } from '../group';
import {
  BROKER,
  EVENT_TYPE,
  isBroker,
  SUBSCRIPTION,
  TRIGGER,
} from '../knative';
import { namespacedKey } from '../sort';
import { finding } from './codes';
import type { FindingContext } from './context';
import { nameOf } from './words';

/** A finding for each event type that nobody receives. */
export function notConsumedFindings(context: FindingContext): Finding[] {
  const { mesh, known, isWholeCluster } = context;
  return mesh.eventTypes.flatMap(eventType => {
    const provider = providerOf(eventType);
    if (
      !provider ||
      eventType.consumers?.length !== 0 ||
      !known.find(provider) ||
      !linksAreRead(provider, context)
    ) {
      return [];
    }
    const { namespace, name } = eventType;
    const object = { ...EVENT_TYPE, namespace, name };
    const among = isWholeCluster ? '' : ' of the namespaces that are read';
    const links = isBroker(provider) ? 'trigger' : 'subscription';
    return finding(
      'eventTypeNotConsumed',
      object,
      `Nobody receives ${
        eventType.type
      }: no ${links}${among} passes it on from ${nameOf(provider)}.`,
      `Create a ${links} for it, or delete ${nameOf(
        object,
      )} if nobody sends such events any more.`,
    );
  });
}

/** A finding for each trigger that passes no event type that its broker has. */
export function matchesNothingFindings(context: FindingContext): Finding[] {
  const { mesh, triggers, isRead } = context;
  const eventTypesOf = groupedBy(mesh.eventTypes, eventType => {
    const provider = providerOf(eventType);
    return isBroker(provider) ? namespacedKey(provider) : '';
  });
  const passing = new Set(
    mesh.eventTypes.flatMap(({ consumers = [] }) =>
      consumers.map(({ via }) => `${via.kind} ${namespacedKey(via)}`),
    ),
  );
  return triggers.flatMap(({ trigger, broker }) => {
    const { namespace, name } = trigger.metadata;
    const object = { ...TRIGGER, namespace, name };
    const declared = eventTypesOf.get(namespacedKey(trigger.broker)) ?? [];
    if (
      !broker ||
      declared.length === 0 ||
      passing.has(`Trigger ${namespacedKey(object)}`) ||
      !isRead({ ...EVENT_TYPE, namespace: trigger.broker.namespace })
    ) {
      return [];
    }
    const home = nameOf({ ...BROKER, ...trigger.broker });
    return finding(
      'triggerMatchesNothing',
      object,
      `The filter of ${nameOf(object)} passes ${
        declared.length === 1
          ? `not the one event type that is known of ${home}`
          : `none of the ${declared.length} event types that are known of ${home}`
      }.`,
      `Correct the filter, or describe what it is for as an EventType of the broker.`,
    );
  });
}

function providerOf({
  provider,
  reference,
}: EventType): ObjectReference | undefined {
  return provider ?? reference;
}

function linksAreRead(
  { group, kind, namespace }: ObjectReference,
  { isRead }: FindingContext,
): boolean {
  const links = isBroker({ group, kind, namespace, name: '' })
    ? TRIGGER
    : SUBSCRIPTION;
  return isRead({ ...links, namespace });
}
