import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';

/** Where an event type tells of what it has to do with a component. */
const inEventTypes = [
  'spec.eventMesh.consumers.link.components',
  'spec.eventMesh.producers.workloads.link.components',
  'relations.apiProvidedBy',
];

/** Where brokers, channels, sources and flows tell of it. */
const inComponents = [
  'spec.eventMesh.delivery.deadLetterSink.link.components',
  'spec.eventMesh.reply.link.components',
  'spec.eventMesh.sink.link.components',
  'spec.eventMesh.steps.delivery.deadLetterSink.link.components',
  'spec.eventMesh.steps.filter.link.components',
  'spec.eventMesh.steps.reply.link.components',
  'spec.eventMesh.steps.subscriber.link.components',
  'spec.eventMesh.subscriptions.link.components',
  'spec.eventMesh.subscriptions.via.delivery.deadLetterSink.link.components',
  'spec.eventMesh.subscriptions.via.reply.link.components',
  'spec.eventMesh.triggers.link.components',
  'spec.eventMesh.triggers.via.delivery.deadLetterSink.link.components',
  'spec.eventMesh.workloads.link.components',
];

const kindAnnotation = `metadata.annotations.${eventMeshAnnotations.kind}`;

/**
 * What the catalog is asked for the event types that reach an entity.
 *
 * @param entityRef - full entity ref of what receives them
 */
export function receivedFilter(entityRef: string): Record<string, string> {
  return {
    kind: 'API',
    [kindAnnotation]: 'EventType',
    'spec.eventMesh.consumers.link.components': entityRef,
  };
}

/**
 * What the catalog is asked, in one query, for everything in the mesh that has
 * to do with a component, or with one of several.
 *
 * @param componentRef - full entity ref of the component, or a list of them
 */
export function componentFilters<Ref extends string | string[]>(
  componentRef: Ref,
): Record<string, string | Ref>[] {
  return [
    ...inEventTypes.map(path => ({
      kind: 'API',
      [kindAnnotation]: 'EventType',
      [path]: componentRef,
    })),
    ...inComponents.map(path => ({ kind: 'Component', [path]: componentRef })),
  ];
}
