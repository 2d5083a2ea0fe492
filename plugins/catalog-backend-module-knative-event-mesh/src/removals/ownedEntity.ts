import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  eventMeshAnnotations,
  roleOf,
  type EventMeshRole,
  type ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';

/** An entity of an environment, and the object that it stands for. */
export interface OwnedEntity {
  entityRef: string;
  reference: ObjectReference;
  role?: EventMeshRole;
}

/**
 * What an entity stands for; undefined for that of the environment, which
 * stands for no object.
 */
export function toOwnedEntity(entity: Entity): OwnedEntity | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const kind = annotations[eventMeshAnnotations.kind];
  const name = annotations[eventMeshAnnotations.name];
  return kind && name
    ? {
        entityRef: stringifyEntityRef(entity),
        reference: {
          group: annotations[eventMeshAnnotations.group] ?? '',
          kind,
          namespace: annotations[eventMeshAnnotations.namespace] ?? '',
          name,
        },
        role: roleOf(entity),
      }
    : undefined;
}
