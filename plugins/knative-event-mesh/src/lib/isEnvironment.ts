import type { FilterPredicate } from '@backstage/filter-predicates';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';

const role = `metadata.annotations.${eventMeshAnnotations.role}` as const;

/** The entities that stand for an environment: the mesh of one cluster. */
export const isEnvironment: FilterPredicate = { [role]: 'environment' };
