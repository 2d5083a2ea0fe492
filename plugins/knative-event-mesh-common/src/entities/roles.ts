import type { Entity } from '@backstage/catalog-model';
import { eventMeshAnnotations } from './annotations';

const roles = [
  'eventType',
  'broker',
  'channel',
  'source',
  'sink',
  'flow',
  'environment',
] as const;

/**
 * What an entity of the event mesh stands for, as its annotation
 * `knative-event-mesh/role` says. Kubernetes kinds are many, and anyone may add
 * a kind of source; roles are few.
 *
 * @public
 */
export type EventMeshRole = (typeof roles)[number];

/**
 * The role of an entity in the event mesh, or undefined for an entity that has
 * none.
 *
 * @public
 */
export function roleOf(entity: Entity): EventMeshRole | undefined {
  const annotations = entity.metadata.annotations;
  const role = annotations?.[eventMeshAnnotations.role];
  if (role !== undefined) {
    return roles.find(candidate => candidate === role);
  }
  // Modules before the annotation wrote entities of these two kinds only.
  switch (annotations?.[eventMeshAnnotations.kind]) {
    case 'EventType':
      return 'eventType';
    case 'Broker':
      return 'broker';
    default:
      return undefined;
  }
}
