import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';
import useAsync from 'react-use/esm/useAsync';
import { eventsReceivedBy, type ReceivedEvent } from '../lib/eventsReceivedBy';

/** More would not be readable in a card; it says so when it is reached. */
const limit = 500;

/** What is known of the events that a component receives. */
export type ReceivedEvents =
  | { status: 'loading' }
  | { status: 'error'; error: Error }
  | { status: 'loaded'; events: ReceivedEvent[]; isComplete: boolean };

/**
 * Asks the catalog, in one query, for the event types that reach a component.
 * It asks for the links rather than for relations, because a relation says
 * nothing of a match that is undecided.
 */
export function useReceivedEvents(component: Entity): ReceivedEvents {
  const catalogApi = useApi(catalogApiRef);
  const componentRef = stringifyEntityRef(component);

  const { value, error } = useAsync(async () => {
    const { items } = await catalogApi.queryEntities({
      filter: {
        kind: 'API',
        [`metadata.annotations.${eventMeshAnnotations.kind}`]: 'EventType',
        'spec.eventMesh.consumers.link.components': componentRef,
      },
      fields: ['kind', 'metadata', 'spec.eventMesh'],
      limit,
    });
    return {
      events: eventsReceivedBy(componentRef, items),
      isComplete: items.length < limit,
    };
  }, [catalogApi, componentRef]);

  if (error) {
    return { status: 'error', error };
  }
  return value ? { status: 'loaded', ...value } : { status: 'loading' };
}
