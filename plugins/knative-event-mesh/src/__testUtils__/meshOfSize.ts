import type { Entity } from '@backstage/catalog-model';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';

/**
 * Namespaces and the environment of the demo mesh, which stand in all its names.
 * A copy calls them otherwise wherever they stand, texts included, so that it
 * fits together like the first.
 */
const renamed = /\b(payments|fraud|default|demo)\b/g;

/**
 * At least so many entities of a mesh, made of copies of the demo mesh: each
 * with namespaces, environment, components and event types of its own.
 *
 * @param nodes - how many entities of Knative objects; not more than the mesh
 * has gives the mesh itself
 */
export function meshOfSize(entities: Entity[], nodes: number): Entity[] {
  const each = entities.filter(isNode).length;
  const copies = Math.ceil(nodes / Math.max(1, each));
  return [
    ...entities,
    ...Array.from({ length: Math.max(0, copies - 1) }, (_, index) =>
      copyOf(entities, index + 2),
    ).flat(),
  ];
}

function isNode({ metadata }: Entity): boolean {
  const role = metadata.annotations?.[eventMeshAnnotations.role];
  return role !== undefined && role !== 'environment';
}

function copyOf(entities: Entity[], number: number): Entity[] {
  return JSON.parse(JSON.stringify(entities).replace(renamed, `$1-${number}`));
}
