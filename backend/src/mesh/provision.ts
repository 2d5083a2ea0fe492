import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';
import type { DescribeDestination } from './destinations';
import type { EventTypeObject } from './eventType';
import { BROKER, isOfKind, SUBSCRIPTION, TRIGGER } from './knative';
import type { KnownObjects } from './knownObjects';
import type { MeshObjects } from './meshObjects';
import { namespacedKey } from './sort';

/** Where the events of an event type come in. */
export interface Provision {
  /** What they are sent to; absent if that is nothing or cannot be told. */
  provider?: ObjectReference;
  /** The Trigger or Subscription whose subscriber replies with them. */
  repliedThrough?: ObjectReference;
}

/** Tells where the events of an event type come in. */
export type FindProvision = (eventType: EventTypeObject) => Provision;

/**
 * Prepares the question where the events of an event type come in. An event type
 * that refers to a Trigger or a Subscription was seen as a reply of its
 * subscriber: it goes to the broker, or where the Subscription sends replies
 * (knative.md 5, "Reply events").
 */
export function prepareProvision(
  { triggers, subscriptions }: MeshObjects,
  known: KnownObjects,
  describeDestination: DescribeDestination,
): FindProvision {
  const triggerOf = byName(triggers);
  const subscriptionOf = byName(subscriptions);

  return ({ reference }) => {
    if (!reference) {
      return {};
    }
    if (isOfKind(reference, TRIGGER)) {
      const trigger = triggerOf.get(namespacedKey(reference));
      return trigger
        ? {
            provider: { ...BROKER, ...trigger.broker },
            repliedThrough: reference,
          }
        : {};
    }
    if (isOfKind(reference, SUBSCRIPTION)) {
      const subscription = subscriptionOf.get(namespacedKey(reference));
      const { reply } = subscription ?? {};
      const provider = reply && describeDestination(reply).reference;
      return {
        ...(provider ? { provider } : {}),
        ...(subscription ? { repliedThrough: known.visible(reference) } : {}),
      };
    }
    return { provider: known.visible(reference) };
  };
}

function byName<T extends { metadata: { namespace: string; name: string } }>(
  objects: readonly T[],
): Map<string, T> {
  return new Map(
    objects.map(object => [namespacedKey(object.metadata), object]),
  );
}
