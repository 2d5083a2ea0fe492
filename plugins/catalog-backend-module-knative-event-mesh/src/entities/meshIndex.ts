import type {
  Broker,
  EventMesh,
  EventMeshRole,
  Flow,
  ObjectReference,
  Sink,
  Source,
  Subscribable,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  componentRef,
  EVENTING_GROUP,
  eventTypeRef,
  objectKey,
  referenceTo,
  type EntityNaming,
} from './names';

/** An object of the mesh that a Component stands for. */
export type MeshObject =
  | Place<'broker', Broker>
  | Place<'channel', Subscribable>
  | Place<'source', Source>
  | Place<'sink', Sink>
  | Place<'flow', Flow>;

interface Place<Role extends EventMeshRole, T> {
  role: Role;
  reference: ObjectReference;
  /** Full ref of the Component. */
  entityRef: string;
  object: T;
}

/** The objects of a mesh that Components stand for. */
export interface MeshIndex {
  objects: MeshObject[];
  /**
   * What stands for an object: its own Component, or for what backs a Channel
   * that of the Channel, as whatever is sent to the one is sent to the other.
   */
  find(reference: ObjectReference): MeshObject | undefined;
  /** Full ref of the API of an event type, whether or not the mesh contains it. */
  eventTypeRef(eventType: { namespace: string; name: string }): string;
  /** One sentence per object whose ref another one holds. */
  warnings: string[];
}

/**
 * Finds the Component of each object of a mesh without duplicates.
 *
 * @remarks
 * Two objects have one ref if they are of one kind in two API groups, or if a
 * name was made to look like a hashed one. The first of them keeps it, and to
 * the other one nothing is ever related.
 */
export function indexMesh(mesh: EventMesh, naming: EntityNaming): MeshIndex {
  const objects: MeshObject[] = [];
  const byKey = new Map<string, MeshObject>();
  const refs = new Set<string>();
  const warnings: string[] = [];

  const add = (object: MeshObject) => {
    if (refs.has(object.entityRef)) {
      warnings.push(`a second object with the entity ref ${object.entityRef}`);
      return;
    }
    refs.add(object.entityRef);
    objects.push(object);
    byKey.set(objectKey(object.reference), object);
  };
  const describe = <Role extends EventMeshRole>(
    role: Role,
    reference: ObjectReference,
  ) => ({
    role,
    reference: referenceTo(reference),
    entityRef: componentRef(naming, reference, role),
  });

  for (const object of mesh.brokers) {
    const { namespace, name } = object;
    const reference = {
      group: EVENTING_GROUP,
      kind: 'Broker',
      namespace,
      name,
    };
    add({ object, ...describe('broker', reference) });
  }
  for (const object of mesh.subscribables) {
    add({ object, ...describe('channel', object) });
  }
  for (const object of mesh.sources) {
    add({ object, ...describe('source', object) });
  }
  for (const object of mesh.sinks ?? []) {
    add({ object, ...describe('sink', object) });
  }
  for (const object of mesh.flows ?? []) {
    add({ object, ...describe('flow', object) });
  }
  for (const item of objects) {
    const backing = item.role === 'channel' ? item.object.backing : undefined;
    if (backing && !byKey.has(objectKey(backing))) {
      byKey.set(objectKey(backing), item);
    }
  }

  return {
    objects,
    find: reference => byKey.get(objectKey(reference)),
    eventTypeRef: eventType => eventTypeRef(naming, eventType),
    warnings,
  };
}
