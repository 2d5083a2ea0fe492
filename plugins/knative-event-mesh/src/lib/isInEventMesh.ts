import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  eventMeshAnnotations,
  KUBERNETES_ID,
} from 'backstage-plugin-knative-event-mesh-common';

const ourKind = `metadata.annotations.${eventMeshAnnotations.kind}` as const;
const kubernetesId = `metadata.annotations.${KUBERNETES_ID}` as const;

/**
 * The entities that the event flow card is for: those of the mesh, which carry
 * our annotation, and components that a subscriber can be linked to. As a
 * predicate object, an adopter can read it and replace it in app-config.
 */
export const isInEventMesh: FilterPredicate = {
  $any: [
    { [ourKind]: { $exists: true } },
    { kind: 'Component', [kubernetesId]: { $exists: true } },
  ],
};
