import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  EventMeshRole,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';

/**
 * What an entity that is transformed stands for.
 *
 * @public
 */
export interface EventMeshTransformContext {
  /** Key of the environment under `catalog.providers.knativeEventMesh`. */
  environment: string;
  role: EventMeshRole;
  /** The object in Kubernetes. */
  object: ObjectReference;
}

/**
 * Changes an entity before it goes to the catalog, or leaves it out.
 *
 * @remarks
 * It is called in each poll in which something may have changed, for everything
 * but the System of the environment, possibly twice, and should give the same for
 * the same. Identity and `spec.eventMesh` cannot be changed. If it throws, or
 * returns anything else than is said here, the entity stays as it was last.
 *
 * @param entity - a copy of its own, which may be changed and returned
 * @returns the entity, or null to leave it out
 * @public
 */
export type EventMeshEntityTransformer = (
  entity: Entity,
  context: EventMeshTransformContext,
) => Entity | null | Promise<Entity | null>;

/**
 * Takes a transformer of the entities of all environments.
 *
 * @public
 */
export interface EventMeshTransformExtensionPoint {
  /**
   * Sets the transformer.
   *
   * @throws when one is set already
   */
  setEntityTransformer(transformer: EventMeshEntityTransformer): void;
}

/**
 * Where another module of the catalog sets a transformer of the entities.
 *
 * @public
 */
export const eventMeshTransformExtensionPoint =
  createExtensionPoint<EventMeshTransformExtensionPoint>({
    id: 'catalog.knative-event-mesh.transform',
  });
