import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';

/** What the catalog is asked for entities of the mesh by: their role. */
export const roleFilter = `metadata.annotations.${eventMeshAnnotations.role}`;
