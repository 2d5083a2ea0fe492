import type { Entity } from '@backstage/catalog-model';
import {
  type BrokerDetails,
  type ChannelDetails,
  type DeliverySummary,
  eventMeshAnnotations,
  type LinkedDestination,
  type OutgoingLink,
  type Sender,
} from 'backstage-plugin-knative-event-mesh-common';
import { keyOf } from '../keyOf';
import type { GraphBuilder, NewLink } from './GraphBuilder';
import type { MeshEdgeKind } from './meshGraph';
import {
  isRef,
  nodeOfEntity,
  nodeOfRef,
  nodesOfDestination,
} from './meshNodes';

/** Adds a broker, with what its triggers and its delivery lead to. */
export function addBroker(
  builder: GraphBuilder,
  entity: Entity,
  details: BrokerDetails,
) {
  addProvider(builder, entity, details, details.triggers);
}

/** Adds a channel, with what its subscriptions and its delivery lead to. */
export function addChannel(
  builder: GraphBuilder,
  entity: Entity,
  details: ChannelDetails,
) {
  addProvider(builder, entity, details, details.subscriptions);
}

function addProvider(
  builder: GraphBuilder,
  entity: Entity,
  details: BrokerDetails | ChannelDetails,
  outgoing: OutgoingLink[],
) {
  const id = builder.addNode(nodeOfEntity(entity, details));
  const environment =
    entity.metadata.annotations?.[eventMeshAnnotations.environment];

  addDeadLetters(builder, details.delivery, {
    source: id,
    key: 'own',
    environment,
  });
  for (const link of outgoing) {
    addOutgoing(builder, link, id, environment);
  }
  addSenders(builder, details.senders, id);
}

function addOutgoing(
  builder: GraphBuilder,
  { via, subscriber, link, eventTypes }: OutgoingLink,
  providerId: string,
  environment: string | undefined,
) {
  const key = keyOf(via);
  const isUnconfirmed = link.unconfirmed === true;
  const targets = nodesOfDestination(
    { destination: subscriber, link },
    environment,
    key,
  ).map(node => builder.addNode(node));
  const passed = eventTypes.filter(({ entityRef }) => isRef(entityRef));

  for (const { entityRef, type, match, reasons } of passed) {
    const eventTypeId = builder.addNode(nodeOfRef(entityRef, { type }));
    builder.addLink({
      source: providerId,
      target: eventTypeId,
      kind: 'provides',
      key: 'provides',
    });
    for (const target of targets) {
      builder.addLink({
        source: eventTypeId,
        target,
        kind: 'delivers',
        key,
        via,
        match,
        reasons,
        isUnconfirmed,
      });
    }
  }
  // Nothing that is declared passes, but what is not declared may.
  for (const target of passed.length === 0 ? targets : []) {
    builder.addLink({
      source: providerId,
      target,
      kind: 'delivers',
      key,
      via,
      isUnconfirmed,
    });
  }
  for (const source of via.reply ? targets : []) {
    addDestination(builder, via.reply!, environment, {
      source,
      kind: 'reply',
      key,
      via,
    });
  }
  // What is inherited is drawn once, from the broker or channel.
  if (via.delivery?.deadLetterSinkFrom === 'own') {
    addDeadLetters(builder, via.delivery, {
      source: providerId,
      key,
      via,
      environment,
    });
  }
}

/** Adds where events go that cannot be delivered, if there is such a place. */
export function addDeadLetters(
  builder: GraphBuilder,
  delivery: DeliverySummary | undefined,
  {
    environment,
    ...link
  }: Pick<NewLink, 'source' | 'key' | 'via' | 'step'> & {
    environment?: string;
  },
) {
  const sink: LinkedDestination | undefined =
    delivery?.deadLetterSink ??
    (delivery?.deadLetterSinkUri === undefined
      ? undefined
      : {
          destination: { uri: delivery.deadLetterSinkUri, found: 'unknown' },
          link: { state: 'external', components: [] },
        });
  if (sink) {
    addDestination(builder, sink, environment, { ...link, kind: 'deadLetter' });
  }
}

/** Adds a way to wherever a destination is. */
export function addDestination(
  builder: GraphBuilder,
  destination: LinkedDestination,
  environment: string | undefined,
  link: Omit<NewLink, 'target'>,
) {
  const nodes = nodesOfDestination(destination, environment, link.key);
  for (const node of nodes) {
    builder.addLink({
      ...link,
      target: builder.addNode(node),
      isUnconfirmed: destination.link.unconfirmed === true,
    });
  }
}

const edgeKinds: Record<Sender['as'], MeshEdgeKind> = {
  source: 'sends',
  subscriber: 'delivers',
  reply: 'reply',
  deadLetter: 'deadLetter',
};

/**
 * Adds what sends to an object. Of a Trigger or Subscription the object does not
 * say whose it is: that stands on the entity of its broker or channel.
 */
export function addSenders(
  builder: GraphBuilder,
  senders: Sender[],
  target: string,
) {
  for (const { entityRef, reference, as } of senders) {
    if (entityRef !== undefined && isRef(entityRef)) {
      builder.addLinkIfApart({
        source: builder.addNode(nodeOfRef(entityRef, { reference })),
        target,
        kind: edgeKinds[as],
        key: 'sender',
      });
    }
  }
}
