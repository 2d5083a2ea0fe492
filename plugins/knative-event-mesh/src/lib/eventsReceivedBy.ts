import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type EventConsumer,
  type EventProvider,
  readEventTypeDetails,
} from 'backstage-plugin-knative-event-mesh-common';

/** One way by which a component receives, or may receive, an event type. */
export interface ReceivedEvent {
  /** Full entity ref of the API. */
  entityRef: string;
  /** The CloudEvents `type` attribute. */
  type: string;
  provider?: EventProvider;
  consumer: EventConsumer;
}

/**
 * Finds, in the API entities of event types, every link that ends at a
 * component; sorted by event type and trigger.
 *
 * @param componentRef - full entity ref of the component
 */
export function eventsReceivedBy(
  componentRef: string,
  entities: Entity[],
): ReceivedEvent[] {
  return entities
    .flatMap(entity => {
      const details = readEventTypeDetails(entity);
      return (details?.consumers ?? [])
        .filter(({ link }) => link.components.includes(componentRef))
        .map(consumer => ({
          entityRef: stringifyEntityRef(entity),
          type: details!.type,
          provider: details!.provider,
          consumer,
        }));
    })
    .sort(
      (a, b) =>
        a.type.localeCompare(b.type) ||
        a.consumer.via.name.localeCompare(b.consumer.via.name),
    );
}
