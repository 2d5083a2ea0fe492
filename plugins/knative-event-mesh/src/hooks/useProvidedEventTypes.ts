import {
  type Entity,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useRelatedEntities } from '@backstage/plugin-catalog-react';
import { readEventTypeDetails } from 'backstage-plugin-knative-event-mesh-common';

/**
 * Finds the API entity of an event type that an entity provides. Until the
 * catalog has answered, and if it does not, there is none: a link is all that
 * is missing then.
 */
export function useProvidedEventTypes(
  entity: Entity,
): (type: string) => string | undefined {
  const { entities = [] } = useRelatedEntities(entity, {
    type: RELATION_PROVIDES_API,
  });
  const refs = new Map(
    entities.flatMap(api => {
      const details = readEventTypeDetails(api);
      return details ? [[details.type, stringifyEntityRef(api)]] : [];
    }),
  );
  return type => refs.get(type);
}
