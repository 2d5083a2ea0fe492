import type {
  EventMesh,
  EventMeshRole,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  componentRef,
  EVENTING_GROUP,
  eventTypeRef,
  referenceTo,
  type EntityNaming,
} from './entities/names';

/** A mesh without the objects that are not to have an entity, by their full refs. */
export function filterMesh(
  mesh: EventMesh,
  naming: EntityNaming,
  isKept: (
    reference: ObjectReference,
    ref: string,
    role: EventMeshRole,
  ) => boolean,
): EventMesh {
  const keep = (reference: ObjectReference, role: EventMeshRole) =>
    isKept(referenceTo(reference), componentRef(naming, reference, role), role);
  const eventing = (
    kind: string,
    { namespace, name }: { namespace: string; name: string },
  ) => ({ group: EVENTING_GROUP, kind, namespace, name });

  return {
    ...mesh,
    eventTypes: mesh.eventTypes.filter(item =>
      isKept(
        eventing('EventType', item),
        eventTypeRef(naming, item),
        'eventType',
      ),
    ),
    brokers: mesh.brokers.filter(item =>
      keep(eventing('Broker', item), 'broker'),
    ),
    subscribables: mesh.subscribables.filter(item => keep(item, 'channel')),
    sources: mesh.sources.filter(item => keep(item, 'source')),
    sinks: mesh.sinks?.filter(item => keep(item, 'sink')),
    flows: mesh.flows?.filter(item => keep(item, 'flow')),
  };
}
