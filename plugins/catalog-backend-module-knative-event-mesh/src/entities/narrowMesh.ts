import type {
  EventMesh,
  EventMeshRole,
  EventType,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  isInScope,
  isNamespaceInScope,
  kindOfRole,
  type ScopeOptions,
} from '../scope';
import { EVENTING_GROUP, linkReference, objectKey } from './names';

/** A mesh without what configuration leaves out. */
export interface NarrowedMesh {
  mesh: EventMesh;
  /** The setting that leaves an object out; undefined where none does. */
  leftOutBy(reference: ObjectReference): string | undefined;
}

/**
 * Leaves out of a mesh what configuration does not ask for. A service may answer
 * with more than it was asked for; and which kinds get entities it does not know.
 */
export function narrowMesh(
  mesh: EventMesh,
  options: ScopeOptions,
): NarrowedMesh {
  if (!options.namespaces && !options.emit) {
    return { mesh, leftOutBy: () => undefined };
  }
  const settingByKey = new Map<string, string>();
  const isHere = ({ namespace }: { namespace: string }) =>
    isNamespaceInScope(options, namespace);
  const keep = <T extends Omit<ObjectReference, 'group' | 'kind'>>(
    items: T[],
    role: EventMeshRole,
    referencesTo: (item: T) => ObjectReference[],
  ): T[] =>
    items.filter(item => {
      const isKept = isInScope(options, item, role);
      if (!isKept && isHere(item)) {
        for (const reference of referencesTo(item)) {
          settingByKey.set(objectKey(reference), `emit.${kindOfRole[role]}`);
        }
      }
      return isKept;
    });
  const own = (item: ObjectReference) => [item];

  const kept = {
    brokers: keep(mesh.brokers, 'broker', ({ namespace, name }) => [
      { group: EVENTING_GROUP, kind: 'Broker', namespace, name },
    ]),
    subscribables: keep(mesh.subscribables, 'channel', item => [
      item,
      ...(item.backing ? [item.backing] : []),
    ]),
    sources: keep(mesh.sources, 'source', own),
    sinks: mesh.sinks && keep(mesh.sinks, 'sink', own),
    flows: mesh.flows && keep(mesh.flows, 'flow', own),
  };
  const leftOutBy = (reference: ObjectReference) =>
    isHere(reference) ? settingByKey.get(objectKey(reference)) : 'namespaces';
  const isKept = (reference: ObjectReference) => !leftOutBy(reference);

  return {
    mesh: {
      ...mesh,
      ...kept,
      eventTypes: mesh.eventTypes
        .filter(isHere)
        .map(eventType => narrowEventType(eventType, isKept)),
      triggers: mesh.triggers?.filter(isHere),
      subscriptions: mesh.subscriptions?.filter(isHere),
      policies: mesh.policies?.filter(isHere),
      namespaces: mesh.namespaces?.filter(({ name }) =>
        isHere({ namespace: name }),
      ),
      findings: mesh.findings?.filter(({ object }) => isKept(object)),
      omitted: mesh.omitted?.filter(
        ({ namespace }) => namespace === undefined || isHere({ namespace }),
      ),
    },
    leftOutBy,
  };
}

function narrowEventType(
  eventType: EventType,
  isKept: (reference: ObjectReference) => boolean,
): EventType {
  const isKeptLink = ({ via }: { via: Parameters<typeof linkReference>[0] }) =>
    isKept(linkReference(via));
  return {
    ...eventType,
    consumers: eventType.consumers?.filter(isKeptLink),
    producers: eventType.producers?.filter(isKeptLink),
  };
}
