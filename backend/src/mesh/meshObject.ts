import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';
import { BROKER, SUBSCRIPTION, TRIGGER, type GroupKind } from './knative';
import type { MeshObjects } from './meshObjects';
import type { Metadata } from './metadata';
import type { Owner } from './owners';

/** An object of the mesh, whatever its kind. */
export interface MeshObject {
  reference: ObjectReference;
  metadata: Metadata;
  owners: readonly Owner[];
  /** URLs at which it takes events; none of a Trigger, Subscription or source. */
  addresses: readonly string[];
}

/** Refers to an object of a known kind. */
export function referenceTo(
  { group, kind }: GroupKind,
  { metadata: { namespace, name } }: { metadata: Metadata },
): ObjectReference {
  return { group, kind, namespace, name };
}

/**
 * Everything in the mesh that sends, takes or passes on events. Not EventTypes
 * and EventPolicies, which only describe.
 */
export function* everyMeshObject(
  objects: MeshObjects,
): Generator<MeshObject, void> {
  yield* ofKind(BROKER, objects.brokers);
  yield* ofKind(TRIGGER, objects.triggers);
  yield* ofKind(SUBSCRIPTION, objects.subscriptions);
  for (const several of [
    objects.channels,
    objects.sources,
    objects.sinks,
    objects.flows,
  ]) {
    for (const object of several) {
      yield* ofKind(object, [object]);
    }
  }
}

function* ofKind(
  kind: GroupKind,
  objects: readonly (Omit<MeshObject, 'reference' | 'addresses'> & {
    addresses?: readonly string[];
  })[],
): Generator<MeshObject, void> {
  for (const object of objects) {
    const { metadata, owners, addresses = [] } = object;
    const reference = referenceTo(kind, object);
    yield { reference, metadata, owners, addresses };
  }
}
