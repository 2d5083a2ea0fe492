import {
  knowledgeOfEventType,
  type AttributeDeclaration,
  type Consumer,
  type MeshLink,
  type ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { kubernetesIdOf, type IsRead } from './destinations';
import { groupedBy } from './group';
import { isBroker, SUBSCRIPTION } from './knative';
import type { KnownObjects } from './knownObjects';
import type { ReadySubscription } from './prepareSubscriptions';
import type { ReadyTrigger } from './prepareTriggers';
import { referenceKey } from './references';
import { namespacedKey } from './sort';

/** A link that passes an event type, or may. */
export interface FoundConsumer {
  consumer: Consumer;
  /** `backstage.io/kubernetes-id` of what receives the event type. */
  kubernetesId?: string;
}

/**
 * The consumers of what a provider gets; undefined if they cannot be told.
 *
 * @param attributes - what the event type declares
 */
export type FindConsumers = (
  provider: ObjectReference,
  attributes: readonly AttributeDeclaration[],
) => FoundConsumer[] | undefined;

/** Among what consumers are looked for. */
export interface ConsumerSources {
  known: KnownObjects;
  triggers: readonly ReadyTrigger[];
  subscriptions: readonly ReadySubscription[];
  isRead: IsRead;
}

/** Prepares the question who receives an event type. */
export function prepareConsumers(sources: ConsumerSources): FindConsumers {
  const { known, isRead } = sources;
  const throughBroker = prepareBrokers(sources);
  const throughChannel = prepareChannels(sources);

  return (provider, attributes) => {
    if (isBroker(provider)) {
      return throughBroker(provider, attributes);
    }
    const object = known.find(provider);
    if (!object) {
      // Nothing passes through what certainly does not exist.
      return isRead(provider) ? [] : undefined;
    }
    if (known.isChannel(provider)) {
      return throughChannel(provider);
    }
    if (!known.isReceiver(provider)) {
      // Events do not come in at a source: where they go is another question.
      return undefined;
    }
    const { group, kind, namespace, name } = provider;
    const via = { group, kind, namespace, name };
    return [certain(via, kubernetesIdOf(object.metadata))];
  };
}

function prepareBrokers({
  known,
  triggers,
  isRead,
}: ConsumerSources): FindConsumers {
  const triggersOfBroker = groupedBy(triggers, ({ trigger }) =>
    namespacedKey(trigger.broker),
  );
  return (broker, attributes) => {
    const isKnown = known.find(broker) !== undefined;
    if (!isKnown && isRead(broker)) {
      return [];
    }
    const knowledge = knowledgeOfEventType([...attributes]);
    const consumers = (
      triggersOfBroker.get(namespacedKey(broker)) ?? []
    ).flatMap(({ prepared, via, subscriber }): FoundConsumer[] => {
      const match = prepared.verdictOn(knowledge);
      if (match === 'no') {
        return [];
      }
      const { reasons } = prepared.match(knowledge);
      const kubernetesId = subscriber?.kubernetesId;
      return [
        {
          consumer: { via, match, reasons },
          ...(kubernetesId ? { kubernetesId } : {}),
        },
      ];
    });
    // The triggers of a broker out of scope are out of scope with it: that none
    // was found does not mean that there is none.
    return isKnown || consumers.length > 0
      ? withoutRepeats(consumers)
      : undefined;
  };
}

/** A RequestReply has a trigger for each of its replicas, which are one consumer. */
function withoutRepeats(consumers: FoundConsumer[]): FoundConsumer[] {
  const seen = new Set<MeshLink>();
  return consumers.filter(({ consumer: { via } }) => {
    const isFirst = !seen.has(via);
    seen.add(via);
    return isFirst;
  });
}

/** A Subscription has no filter: every event passes (knative.md 4.4). */
function prepareChannels({
  subscriptions,
  isRead,
}: ConsumerSources): (channel: ObjectReference) => FoundConsumer[] | undefined {
  const subscriptionsOfChannel = groupedBy(subscriptions, ({ channel }) =>
    referenceKey(channel),
  );
  return channel => {
    const found = subscriptionsOfChannel.get(referenceKey(channel)) ?? [];
    const { namespace } = channel;
    return found.length > 0 || isRead({ ...SUBSCRIPTION, namespace })
      ? found.map(({ via, subscriber }) =>
          certain(via, subscriber?.kubernetesId),
        )
      : undefined;
  };
}

function certain(via: MeshLink, kubernetesId?: string): FoundConsumer {
  return {
    consumer: { via, match: 'yes', reasons: [] },
    ...(kubernetesId ? { kubernetesId } : {}),
  };
}
