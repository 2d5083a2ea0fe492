import type {
  EventMesh,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { namespacedName, objectKey, sortedBy } from './names';

/**
 * A mesh whose lists hold each object once, in an order that does not depend on
 * the answer, and one sentence per object that is left out.
 */
export function withoutDuplicates(answer: EventMesh): {
  mesh: EventMesh;
  warnings: string[];
} {
  const warnings: string[] = [];
  const unique = <T extends Omit<ObjectReference, 'group' | 'kind'>>(
    items: T[],
    kindOf: (item: T) => { group: string; kind: string },
  ): T[] => {
    const byIdentity = new Map<string, T>();
    const ordered = sortedBy(
      items,
      item => item.namespace,
      item => item.name,
      item => kindOf(item).kind,
      item => kindOf(item).group,
      item => JSON.stringify(item),
    );
    for (const item of ordered) {
      const key = objectKey({
        ...kindOf(item),
        namespace: item.namespace,
        name: item.name,
      });
      if (byIdentity.has(key)) {
        warnings.push(
          `${kindOf(item).kind} ${namespacedName(
            item,
          )}, because the answer contains it more than once`,
        );
      } else {
        byIdentity.set(key, item);
      }
    }
    return [...byIdentity.values()];
  };
  const all = (kind: string) => () => ({ group: '', kind });
  const own = (item: { group: string; kind: string }) => item;
  return {
    mesh: {
      ...answer,
      eventTypes: unique(answer.eventTypes, all('EventType')),
      brokers: unique(answer.brokers, all('Broker')),
      subscribables: unique(answer.subscribables, own),
      sources: unique(answer.sources, own),
      triggers: answer.triggers && unique(answer.triggers, all('Trigger')),
      subscriptions:
        answer.subscriptions &&
        unique(answer.subscriptions, all('Subscription')),
      sinks: answer.sinks && unique(answer.sinks, own),
      flows: answer.flows && unique(answer.flows, own),
      policies: answer.policies && unique(answer.policies, all('EventPolicy')),
    },
    warnings,
  };
}
