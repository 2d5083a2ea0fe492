import {
  type Entity,
  RELATION_API_PROVIDED_BY,
} from '@backstage/catalog-model';
import type { EventTypeDetails } from 'backstage-plugin-knative-event-mesh-common';

/**
 * Entities that the catalog names as providers of an event type although the
 * cluster knows nothing of it: somebody has written it in a catalog file.
 *
 * @returns full entity refs, sorted
 */
export function producersInCatalog(
  { relations = [] }: Entity,
  { provider, relatedProducers }: EventTypeDetails,
): string[] {
  return relations
    .filter(({ type }) => type === RELATION_API_PROVIDED_BY)
    .map(({ targetRef }) => targetRef)
    .filter(
      ref => ref !== provider?.entityRef && !relatedProducers.includes(ref),
    )
    .sort();
}
