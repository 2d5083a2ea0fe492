import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';
import type { MeshObjects } from './meshObjects';
import { everyMeshObject, referenceTo, type MeshObject } from './meshObject';
import { controllerOf } from './generated';
import { getOrCreate } from './group';
import type { GroupKind } from './knative';
import type { Metadata } from './metadata';
import { referenceKey } from './references';

/** The objects of the mesh, found in the ways in which others refer to them. */
export interface KnownObjects {
  find(reference: ObjectReference): MeshObject | undefined;
  withUid(uid: string): MeshObject | undefined;
  isChannel(reference: ObjectReference): boolean;
  /** Whether it is a sink or a flow: what is sent to it, it receives itself. */
  isReceiver(reference: ObjectReference): boolean;
  /**
   * What a reference stands for in the answer: of something that Knative has
   * generated, such as the backing channel of a Channel, what it was generated
   * for (knative.md 4.5); else the same.
   */
  visible(reference: ObjectReference): ObjectReference;
  /** The object at an address; undefined if there is none, or more than one. */
  atAddress(url: string): ObjectReference | undefined;
}

/** Longer chains of owners are none that Knative makes. */
const MOST_OWNERS = 10;

/** Indexes the objects of the mesh. */
export function knowObjects(objects: MeshObjects): KnownObjects {
  const byReference = new Map<string, MeshObject>();
  const byUid = new Map<string, MeshObject>();
  for (const object of everyMeshObject(objects)) {
    byReference.set(referenceKey(object.reference), object);
    byUid.set(object.metadata.uid, object);
  }

  const visibleObject = (object: MeshObject): MeshObject => {
    let current = object;
    for (let step = 0; step < MOST_OWNERS; step++) {
      const owner = byUid.get(controllerOf(current) ?? '');
      if (!owner) {
        break;
      }
      current = owner;
    }
    return current;
  };

  const byAddress = new Map<string, Map<string, ObjectReference>>();
  for (const object of byUid.values()) {
    const { reference } = visibleObject(object);
    for (const address of object.addresses) {
      getOrCreate(byAddress, address, () => new Map()).set(
        referenceKey(reference),
        reference,
      );
    }
  }

  const channels = keysOf(objects.channels);
  const receivers = keysOf([...objects.sinks, ...objects.flows]);

  return {
    isChannel: reference => channels.has(referenceKey(reference)),
    isReceiver: reference => receivers.has(referenceKey(reference)),
    find: reference => byReference.get(referenceKey(reference)),
    withUid: uid => byUid.get(uid),
    visible(reference) {
      const object = byReference.get(referenceKey(reference));
      return object ? visibleObject(object).reference : reference;
    },
    atAddress(url) {
      const [only, ...others] = byAddress.get(url)?.values() ?? [];
      return others.length === 0 ? only : undefined;
    },
  };
}

function keysOf(
  objects: readonly (GroupKind & { metadata: Metadata })[],
): Set<string> {
  return new Set(
    objects.map(object => referenceKey(referenceTo(object, object))),
  );
}
