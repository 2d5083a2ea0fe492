import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';
import { getOrCreate, groupedBy } from '../group';
import { referenceKey } from '../references';
import { namespacedKey } from '../sort';
import type { DescribedEventType } from './eventTypes';
import type { SentEventType } from './sources';

/** Which event types belong to what. */
export interface EventTypeIndex {
  /** What a broker or channel provides, as `<namespace>/<name>`. */
  providedBy(reference: ObjectReference): string[];
  /** What a source certainly sends. */
  sentBy(reference: ObjectReference): SentEventType[];
}

/** Finds event types by what provides or sends them, in the given order. */
export function indexEventTypes(
  eventTypes: readonly DescribedEventType[],
): EventTypeIndex {
  const provided = groupedBy(eventTypes, ({ provider }) =>
    provider ? referenceKey(provider) : '',
  );
  const sent = new Map<string, SentEventType[]>();
  for (const { answer } of eventTypes) {
    for (const { via, match } of answer.producers ?? []) {
      // Without a group it is a link, whose subscriber sends it.
      if (match === 'yes' && via.group !== undefined) {
        const { group, kind, namespace, name } = via;
        const key = referenceKey({ group, kind, namespace, name });
        getOrCreate(sent, key, () => []).push({
          key: namespacedKey(answer),
          type: answer.type,
        });
      }
    }
  }
  return {
    providedBy: reference =>
      (provided.get(referenceKey(reference)) ?? []).map(({ answer }) =>
        namespacedKey(answer),
      ),
    sentBy: reference => sent.get(referenceKey(reference)) ?? [],
  };
}
