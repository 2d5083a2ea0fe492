import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type EventProducer,
  type EventProvider,
  readEventTypeDetails,
} from 'backstage-plugin-knative-event-mesh-common';

/** One reason why a component is taken to send an event type. */
export interface SentEvent {
  /** Full entity ref of the API. */
  entityRef: string;
  /** The CloudEvents `type` attribute. */
  type: string;
  provider?: EventProvider;
  /** Absent if only a catalog file says so. */
  producer?: EventProducer;
}

/**
 * Finds, in the API entities of event types, what a component sends; sorted by
 * event type.
 *
 * @param componentRef - full entity ref of the component
 * @param provided - full refs of the APIs that the component provides according
 *   to the catalog
 */
export function eventsSentBy(
  componentRef: string,
  provided: string[],
  entities: Entity[],
): SentEvent[] {
  return entities
    .flatMap(entity => {
      const details = readEventTypeDetails(entity);
      if (!details) {
        return [];
      }
      const event = {
        entityRef: stringifyEntityRef(entity),
        type: details.type,
        provider: details.provider,
      };
      const producers = details.producers.filter(({ workloads }) =>
        workloads.some(({ link }) => link.components.includes(componentRef)),
      );
      if (producers.length > 0) {
        return producers.map(producer => ({ ...event, producer }));
      }
      return provided.includes(event.entityRef) ? [event] : [];
    })
    .sort((a, b) => a.type.localeCompare(b.type));
}
