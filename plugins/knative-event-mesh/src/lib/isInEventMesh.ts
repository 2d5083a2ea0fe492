import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  eventMeshAnnotations,
  KUBERNETES_ID,
} from 'backstage-plugin-knative-event-mesh-common';

/** On a Component, where it is linked by the labels of objects. */
export const KUBERNETES_LABEL_SELECTOR =
  'backstage.io/kubernetes-label-selector';

const ourKind = `metadata.annotations.${eventMeshAnnotations.kind}` as const;
const kubernetesId = `metadata.annotations.${KUBERNETES_ID}` as const;
const labelSelector =
  `metadata.annotations.${KUBERNETES_LABEL_SELECTOR}` as const;

/**
 * The entities that the event flow card is for: those of the mesh, which carry
 * our annotation, and components that a subscriber can be linked to. As a
 * predicate object, an adopter can read it and replace it in app-config.
 */
export const isInEventMesh: FilterPredicate = {
  $any: [
    { [ourKind]: { $exists: true } },
    { kind: 'Component', [kubernetesId]: { $exists: true } },
    { kind: 'Component', [labelSelector]: { $exists: true } },
  ],
};
