import type { FilterPredicate } from '@backstage/filter-predicates';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';

const ourKind = `metadata.annotations.${eventMeshAnnotations.kind}` as const;

/** The API entities of event types, as a predicate that an adopter can replace. */
export const isEventType: FilterPredicate = {
  kind: 'API',
  [ourKind]: 'EventType',
};
