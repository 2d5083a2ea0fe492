import type {
  BrokerTrigger,
  EventConsumer,
  EventMesh,
  MatchReason,
  SubscriberSummary,
  Trigger,
  TriggerSummary,
} from 'backstage-plugin-knative-event-mesh-common';
import { linkSubscriber, type LinkContext } from '../consumers';
import { eventTypeRef, namespacedName, sortedBy } from './names';

/** The triggers of a mesh as both of their ends show them. */
export interface Connections {
  /** By event type, as `<namespace>/<name>`; sorted by trigger. */
  consumers: ReadonlyMap<string, EventConsumer[]>;
  /** By broker, as `<namespace>/<name>`; sorted by trigger. */
  triggers: ReadonlyMap<string, BrokerTrigger[]>;
  linkCoverage: { linked: number; total: number };
  /** One sentence per consumer whose trigger the answer does not contain. */
  warnings: string[];
}

/**
 * Connects event types and brokers with subscribers. Each trigger is linked
 * once, however many event types it passes.
 */
export function connect(mesh: EventMesh, context: LinkContext): Connections {
  const connected = new Map<string, BrokerTrigger>();
  const triggers = new Map<string, BrokerTrigger[]>();

  for (const trigger of inOrder(mesh.triggers ?? [])) {
    const item: BrokerTrigger = {
      trigger: summarizeTrigger(trigger),
      subscriber: summarizeSubscriber(trigger),
      link: linkSubscriber(trigger, context),
      eventTypes: [],
    };
    connected.set(namespacedName(trigger), item);
    append(triggers, namespacedName(trigger.broker), item);
  }

  const consumers = new Map<string, EventConsumer[]>();
  const warnings: string[] = [];
  for (const eventType of inOrder(mesh.eventTypes)) {
    for (const consumer of eventType.consumers ?? []) {
      const item = connected.get(namespacedName(consumer.via));
      if (!item) {
        warnings.push(
          `the consumer of EventType ${namespacedName(
            eventType,
          )} through Trigger ${namespacedName(
            consumer.via,
          )}, because the answer does not contain that trigger`,
        );
        continue;
      }
      const { trigger, subscriber, link } = item;
      const match = consumer.match;
      const reasons = sortedReasons(consumer.reasons);
      append(consumers, namespacedName(eventType), {
        trigger,
        match,
        reasons,
        subscriber,
        link,
      });
      item.eventTypes.push({
        entityRef: eventTypeRef(context.environment, eventType),
        type: eventType.type,
        match,
        reasons,
      });
    }
  }
  for (const [key, items] of consumers) {
    consumers.set(
      key,
      sortedBy(
        items,
        item => item.trigger.namespace,
        item => item.trigger.name,
      ),
    );
  }
  return {
    consumers,
    triggers,
    linkCoverage: coverLinks(connected.values()),
    warnings,
  };
}

function inOrder<T extends { namespace: string; name: string }>(items: T[]) {
  return sortedBy(
    items,
    item => item.namespace,
    item => item.name,
  );
}

function append<T>(lists: Map<string, T[]>, key: string, item: T) {
  const items = lists.get(key);
  if (items) {
    items.push(item);
  } else {
    lists.set(key, [item]);
  }
}

function summarizeTrigger(trigger: Trigger): TriggerSummary {
  const filter = Object.entries(trigger.filter ?? {}).map(([name, value]) => ({
    name,
    value,
  }));
  return {
    namespace: trigger.namespace,
    name: trigger.name,
    filter: sortedBy(filter, attribute => attribute.name),
    ...(trigger.filters?.length && {
      filters: JSON.stringify(trigger.filters, null, 2),
    }),
    readiness: trigger.readiness,
  };
}

function summarizeSubscriber(trigger: Trigger): SubscriberSummary {
  const { reference, uri, kubernetesId, found } = trigger.subscriber ?? {
    found: 'unknown',
  };
  return { reference, uri, kubernetesId, found };
}

function sortedReasons(reasons: MatchReason[]): MatchReason[] {
  return sortedBy(
    reasons,
    reason => reason.code,
    reason => reason.attribute,
    reason => reason.text,
  );
}

function coverLinks(items: Iterable<BrokerTrigger>) {
  const linkedBySubscriber = new Map<string, boolean>();
  for (const { subscriber, link } of items) {
    if (link.state !== 'noSubscriber') {
      const { reference, uri } = subscriber;
      linkedBySubscriber.set(
        JSON.stringify(
          reference
            ? [reference.group, reference.kind, namespacedName(reference)]
            : uri,
        ),
        link.state === 'linked',
      );
    }
  }
  const states = [...linkedBySubscriber.values()];
  return {
    linked: states.filter(isLinked => isLinked).length,
    total: states.length,
  };
}
