import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import {
  eventMeshAnnotations,
  type EventMeshRole,
} from 'backstage-plugin-knative-event-mesh-common';
import type { ObjectIdentity } from './names';

/** Type of the locations that our entities come from. */
export const LOCATION_TYPE = 'knative-event-mesh';

/** The one origin location that all entities of an environment share. */
export function originLocation(environment: string): string {
  return `${LOCATION_TYPE}:${environment}`;
}

/** Location annotations, and the exact identity of the object in Kubernetes. */
export function objectAnnotations(
  identity: ObjectIdentity,
  { uid, role }: { uid: string; role: EventMeshRole },
): Record<string, string> {
  const { environment, group, kind, namespace, name } = identity;
  const origin = originLocation(environment);
  return {
    [ANNOTATION_LOCATION]: `${origin}/${group}/${kind}/${namespace}/${name}`,
    [ANNOTATION_ORIGIN_LOCATION]: origin,
    [eventMeshAnnotations.environment]: environment,
    [eventMeshAnnotations.role]: role,
    [eventMeshAnnotations.group]: group,
    [eventMeshAnnotations.kind]: kind,
    [eventMeshAnnotations.namespace]: namespace,
    [eventMeshAnnotations.name]: name,
    [eventMeshAnnotations.uid]: uid,
  };
}

/** Location annotations of the entity that stands for the environment itself. */
export function environmentAnnotations(
  environment: string,
): Record<string, string> {
  const origin = originLocation(environment);
  const role: EventMeshRole = 'environment';
  return {
    [ANNOTATION_LOCATION]: `${origin}/`,
    [ANNOTATION_ORIGIN_LOCATION]: origin,
    [eventMeshAnnotations.environment]: environment,
    [eventMeshAnnotations.role]: role,
  };
}
