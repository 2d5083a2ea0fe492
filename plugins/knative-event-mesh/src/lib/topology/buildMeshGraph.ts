import type { Entity } from '@backstage/catalog-model';
import {
  readBrokerDetails,
  readChannelDetails,
  readEventTypeDetails,
  readFlowDetails,
  readSinkDetails,
  readSourceDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { addEventType } from './eventTypeLinks';
import { GraphBuilder } from './GraphBuilder';
import type { MeshGraph } from './meshGraph';
import { nodeOfEntity } from './meshNodes';
import { addFlow, addSink, addSource } from './otherLinks';
import { addBroker, addChannel } from './providerLinks';

/** What the catalog answered about entities that others name; undefined for none. */
export type ReferredEntities = ReadonlyMap<string, Entity | undefined>;

/**
 * Makes a graph of entities: what sends, passes on and receives events. Each
 * entity brings what it names; the same link, told by both of its ends, is one.
 * The result depends on what is read, not on its order.
 *
 * @param entities - of the mesh or not; what they tell becomes edges
 * @param referred - by full entity ref; known of them is only that they are there
 */
export function buildMeshGraph(
  entities: Entity[],
  referred: ReferredEntities = new Map(),
): MeshGraph {
  const builder = new GraphBuilder();
  for (const entity of entities) {
    addEntity(builder, entity);
  }
  const graph = builder.build();
  return {
    ...graph,
    nodes: graph.nodes.map(node => {
      if (node.presence !== 'notAsked' || !referred.has(node.id)) {
        return node;
      }
      const entity = referred.get(node.id);
      return entity
        ? {
            ...node,
            ...nodeOfEntity(entity),
            name: node.role === 'eventType' ? node.name : nameOf(entity),
            readiness: node.readiness,
          }
        : { ...node, presence: 'notInCatalog' };
    }),
  };
}

function addEntity(builder: GraphBuilder, entity: Entity) {
  const eventType = readEventTypeDetails(entity);
  if (eventType) {
    addEventType(builder, entity, eventType);
    return;
  }
  const broker = readBrokerDetails(entity);
  if (broker) {
    addBroker(builder, entity, broker);
    return;
  }
  const channel = readChannelDetails(entity);
  if (channel) {
    addChannel(builder, entity, channel);
    return;
  }
  const source = readSourceDetails(entity);
  if (source) {
    addSource(builder, entity, source);
    return;
  }
  const flow = readFlowDetails(entity);
  if (flow) {
    addFlow(builder, entity, flow);
    return;
  }
  const sink = readSinkDetails(entity);
  if (sink) {
    addSink(builder, entity, sink);
    return;
  }
  builder.addNode(nodeOfEntity(entity));
}

function nameOf(entity: Entity): string {
  return nodeOfEntity(entity).name;
}
