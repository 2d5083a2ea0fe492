import type { Entity } from '@backstage/catalog-model';
import {
  eventMeshAnnotations,
  type EventProducer,
  type EventTypeDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { keyOf } from '../keyOf';
import { producersInCatalog } from '../producersInCatalog';
import type { GraphBuilder } from './GraphBuilder';
import {
  isRef,
  nodeOfEntity,
  nodeOfRef,
  nodesOfDestination,
} from './meshNodes';

/** Adds an event type, with what provides, sends and receives it. */
export function addEventType(
  builder: GraphBuilder,
  entity: Entity,
  details: EventTypeDetails,
) {
  const { type, readiness, findings, provider, consumers = [] } = details;
  const id = builder.addNode(
    nodeOfEntity(entity, { name: type, readiness, findings }),
  );
  const environment =
    entity.metadata.annotations?.[eventMeshAnnotations.environment];
  const providerId =
    provider?.entityRef !== undefined && isRef(provider.entityRef)
      ? builder.addNode(nodeOfRef(provider.entityRef, provider))
      : undefined;
  if (providerId !== undefined) {
    builder.addLink({
      source: providerId,
      target: id,
      kind: 'provides',
      key: 'provides',
      isUnconfirmed: provider?.unconfirmed === true,
    });
  }

  for (const consumer of consumers) {
    const { via, match, reasons, subscriber, link } = consumer;
    const targets = nodesOfDestination(
      { destination: subscriber, link },
      environment,
      keyOf(via),
    );
    for (const node of targets) {
      builder.addLink({
        source: id,
        target: builder.addNode(node),
        kind: 'delivers',
        key: keyOf(via),
        via,
        match,
        reasons,
        isUnconfirmed: link.unconfirmed === true,
      });
    }
  }

  for (const producer of details.producers) {
    addProducer(builder, producer, { id, type, providerId, environment });
  }
  for (const componentRef of producersInCatalog(entity, details)) {
    builder.addLink({
      source: builder.addNode(nodeOfRef(componentRef, {})),
      target: id,
      kind: 'sends',
      key: 'catalog',
    });
  }
}

interface KnownEventType {
  /** Of the node. */
  id: string;
  type: string;
  providerId?: string;
  environment?: string;
}

function addProducer(
  builder: GraphBuilder,
  producer: EventProducer,
  { id, type, providerId, environment }: KnownEventType,
) {
  const { via, match, entityRef, workloads, readiness, unconfirmed } = producer;
  if (producer.evidence === 'reply') {
    const replying = workloads.flatMap(workload =>
      nodesOfDestination(workload, environment, keyOf(via)),
    );
    for (const node of replying) {
      builder.addLink({
        source: builder.addNode(node),
        target: id,
        kind: 'reply',
        key: keyOf(via),
        viaReference: via,
        match,
        isUnconfirmed: unconfirmed === true,
      });
    }
    return;
  }
  if (entityRef === undefined || !isRef(entityRef)) {
    return;
  }
  const sourceId = builder.addNode(
    nodeOfRef(entityRef, { reference: via, readiness }),
  );
  // What an event type comes through is its broker; a source that is itself the
  // provider has no way before that.
  if (sourceId !== providerId) {
    builder.addLink({
      source: sourceId,
      target: providerId ?? id,
      kind: 'sends',
      key: `type ${type}`,
      eventType: type,
      match,
      isUnconfirmed: unconfirmed === true,
    });
  }
}
