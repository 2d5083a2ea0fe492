import type { Entity } from '@backstage/catalog-model';
import {
  eventMeshAnnotations,
  type ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';

/** The Kubernetes object that an entity of ours stands for. */
export function meshObjectOf({ metadata }: Entity): ObjectReference {
  const { annotations = {}, title, name, namespace = 'default' } = metadata;
  return {
    group: annotations[eventMeshAnnotations.group] ?? '',
    kind: annotations[eventMeshAnnotations.kind] ?? 'Object',
    namespace: annotations[eventMeshAnnotations.namespace] ?? namespace,
    name: annotations[eventMeshAnnotations.name] ?? title ?? name,
  };
}
