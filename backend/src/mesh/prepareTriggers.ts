import {
  prepareTrigger,
  type Destination,
  type MeshLink,
  type PreparedTrigger,
} from 'backstage-plugin-knative-event-mesh-common';
import type { BrokerObject } from './broker';
import type { DescribeDestination } from './destinations';
import { getOrCreate } from './group';
import { isOfKind, TRIGGER } from './knative';
import type { KnownObjects } from './knownObjects';
import { referenceTo } from './meshObject';
import { referenceKey } from './references';
import { namespacedKey } from './sort';
import type { TriggerObject } from './trigger';

/** A trigger whose filters have been read. */
export interface ReadyTrigger {
  trigger: TriggerObject;
  /** How the answer points to it, or to what it was generated for. */
  via: MeshLink;
  broker?: BrokerObject;
  subscriber?: Destination;
  prepared: PreparedTrigger;
}

/** What is known besides the triggers. */
export interface TriggerContext {
  brokers: readonly BrokerObject[];
  known: KnownObjects;
  describeDestination: DescribeDestination;
  /** Whether Knative is certainly 1.15 or later. */
  isKnativeAtLeast115: boolean;
}

/** Reads the filters of triggers as their brokers do, equal ones once. */
export function prepareTriggers(
  triggers: readonly TriggerObject[],
  context: TriggerContext,
): ReadyTrigger[] {
  const { describeDestination, isKnativeAtLeast115 } = context;
  const brokerOf = new Map(
    context.brokers.map(broker => [namespacedKey(broker.metadata), broker]),
  );
  const preparedByFilter = new Map<string, PreparedTrigger>();
  const linkTo = prepareLinks(context.known);

  return triggers.map(trigger => {
    const { filter, filters, subscriber, subscriberResolved } = trigger;
    const broker = brokerOf.get(namespacedKey(trigger.broker));
    const brokerClass = broker?.brokerClass;
    return {
      trigger,
      via: linkTo(trigger),
      ...(broker ? { broker } : {}),
      ...(subscriber
        ? { subscriber: describeDestination(subscriber, subscriberResolved) }
        : {}),
      prepared: getOrCreate(
        preparedByFilter,
        JSON.stringify([brokerClass, filter, filters]),
        () =>
          prepareTrigger({ filter, filters, brokerClass, isKnativeAtLeast115 }),
      ),
    };
  });
}

/** Gives equal links as the same object. */
function prepareLinks(
  known: KnownObjects,
): (trigger: TriggerObject) => MeshLink {
  const linkOfOwner = new Map<string, MeshLink>();
  return trigger => {
    const { namespace, name } = trigger.metadata;
    const itself = referenceTo(TRIGGER, trigger);
    const visible = known.visible(itself);
    return isOfKind(visible, TRIGGER)
      ? { kind: 'Trigger', namespace, name }
      : getOrCreate(linkOfOwner, referenceKey(visible), () => visible);
  };
}
