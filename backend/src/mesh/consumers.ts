import {
  matchTrigger,
  type Consumer,
  type TriggerMatch,
} from 'backstage-plugin-knative-event-mesh-common';
import type { BrokerObject } from './broker';
import type { EventTypeObject } from './eventType';
import { getOrCreate, groupedBy } from './group';
import { isBroker } from './knative';
import { namespacedKey } from './sort';
import type { TriggerObject } from './trigger';

/** A trigger that passes an event type, or may. */
export interface TriggerConsumer extends Consumer {
  trigger: TriggerObject;
}

/** The consumers of an event type; undefined if they cannot be told. */
export type FindConsumers = (
  eventType: EventTypeObject,
) => TriggerConsumer[] | undefined;

/**
 * Prepares the question who receives an event type through a trigger. Equal
 * filters and equal declarations are evaluated once (design §8).
 *
 * @param isRead - whether all brokers of a namespace were read, so that one
 * that is not among them does not exist and passes nothing on
 */
export function prepareConsumers(
  brokers: readonly BrokerObject[],
  triggers: readonly TriggerObject[],
  isRead: (namespace: string) => boolean,
): FindConsumers {
  const classOfBroker = new Map(
    brokers.map(({ metadata, brokerClass }) => [
      namespacedKey(metadata),
      brokerClass,
    ]),
  );
  const triggersOfBroker = groupedBy(
    triggers.map(trigger => ({
      trigger,
      filterKey: JSON.stringify([trigger.filter, trigger.filters]),
    })),
    ({ trigger }) => namespacedKey(trigger.broker),
  );
  const matchesOf = new Map<string, Map<string, TriggerMatch>>();

  return ({ reference, attributes }) => {
    if (!isBroker(reference)) {
      return undefined;
    }
    const broker = namespacedKey(reference);
    if (!classOfBroker.has(broker) && isRead(reference.namespace)) {
      return [];
    }
    const brokerClass = classOfBroker.get(broker);
    const matches = getOrCreate(
      matchesOf,
      JSON.stringify([brokerClass, attributes]),
      () => new Map<string, TriggerMatch>(),
    );
    const consumers = (triggersOfBroker.get(broker) ?? []).flatMap(
      ({ trigger, filterKey }) => {
        const { match, reasons } = getOrCreate(matches, filterKey, () =>
          matchTrigger({ attributes, trigger, brokerClass }),
        );
        return match === 'no'
          ? []
          : [{ via: viaOf(trigger), match, reasons, trigger }];
      },
    );
    // The triggers of a broker out of scope are out of scope with it: that none
    // was found does not mean that there is none.
    const isKnown = classOfBroker.has(broker) || consumers.length > 0;
    return isKnown ? consumers : undefined;
  };
}

function viaOf({ metadata }: TriggerObject): Consumer['via'] {
  const { namespace, name } = metadata;
  return { kind: 'Trigger', namespace, name };
}
