import type { Entity } from '@backstage/catalog-model';
import {
  eventMeshAnnotations,
  type FlowDetails,
  type SinkDetails,
  type SourceDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { meshObjectOf } from '../meshObjectOf';
import type { GraphBuilder } from './GraphBuilder';
import { nodeOfEntity, nodesOfDestination } from './meshNodes';
import { addDeadLetters, addDestination, addSenders } from './providerLinks';

/** Adds a source, with where it sends and what runs it. */
export function addSource(
  builder: GraphBuilder,
  entity: Entity,
  details: SourceDetails,
) {
  const id = builder.addNode(nodeOfEntity(entity, details));
  const environment = environmentOf(entity);

  if (details.sink) {
    // What it is known to send stands beside the way that it goes.
    const sent = details.emissions.map(({ type }) => type);
    for (const type of sent.length > 0 ? sent : [undefined]) {
      addDestination(builder, details.sink, environment, {
        source: id,
        kind: 'sends',
        key: type === undefined ? 'sink' : `type ${type}`,
        eventType: type,
      });
    }
  }
  for (const workload of details.workloads) {
    for (const node of nodesOfDestination(workload, environment, id)) {
      // An unlinked Deployment behind a source is a detail of the source.
      if (node.entityRef !== undefined) {
        builder.addLink({
          source: builder.addNode(node),
          target: id,
          kind: 'runs',
          key: 'workload',
          isUnconfirmed: workload.link.unconfirmed === true,
        });
      }
    }
  }
  addDeadLetters(builder, details.delivery, {
    source: id,
    key: 'own',
    environment,
  });
}

/** Adds a sink, with what sends to it. */
export function addSink(
  builder: GraphBuilder,
  entity: Entity,
  details: SinkDetails,
) {
  const id = builder.addNode(nodeOfEntity(entity, details));
  addSenders(builder, details.senders, id);
}

/** Adds a flow, with the steps or branches that it calls and where they lead. */
export function addFlow(
  builder: GraphBuilder,
  entity: Entity,
  details: FlowDetails,
) {
  const id = builder.addNode(nodeOfEntity(entity, details));
  const environment = environmentOf(entity);
  const part = meshObjectOf(entity).kind === 'Parallel' ? 'branch' : 'step';

  details.steps.forEach((step, index) => {
    const number = index + 1;
    const link = { source: id, step: { part, number } } as const;
    if (step.filter) {
      addDestination(builder, step.filter, environment, {
        source: id,
        kind: 'step',
        key: `filter ${number}`,
        step: { part: 'filter', number },
      });
    }
    if (step.subscriber) {
      addDestination(builder, step.subscriber, environment, {
        ...link,
        kind: 'step',
        key: `step ${number}`,
      });
    }
    if (step.reply) {
      addDestination(builder, step.reply, environment, {
        ...link,
        kind: 'reply',
        key: `reply ${number}`,
      });
    }
    addDeadLetters(builder, step.delivery, {
      ...link,
      key: `dead letter ${number}`,
      environment,
    });
  });
  if (details.reply) {
    addDestination(builder, details.reply, environment, {
      source: id,
      kind: 'reply',
      key: 'reply',
    });
  }
  addDeadLetters(builder, details.delivery, {
    source: id,
    key: 'own',
    environment,
  });
  addSenders(builder, details.senders, id);
}

function environmentOf({ metadata }: Entity): string | undefined {
  return metadata.annotations?.[eventMeshAnnotations.environment];
}
