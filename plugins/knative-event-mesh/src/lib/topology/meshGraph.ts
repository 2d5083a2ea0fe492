import type {
  EventConsumer,
  EventProvider,
  LinkSummary,
  MatchReason,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';

/** The lanes, in the order in which events go through them. */
export const lanes = [
  'source',
  'provider',
  'eventType',
  'consumer',
  'sink',
] as const;

/** Where in the way of an event something stands. */
export type MeshLane = (typeof lanes)[number];

/** What a node stands for; `eventTypes` for many of one broker or channel. */
export type MeshNodeRole =
  | 'source'
  | 'broker'
  | 'channel'
  | 'eventType'
  | 'eventTypes'
  | 'flow'
  | 'sink'
  | 'component'
  | 'object'
  | 'address';

/**
 * What the catalog knows of a node.
 *
 * - `inCatalog`: its entity was read.
 * - `notAsked`: something names its entity, which was not asked for.
 * - `notInCatalog`: there is none of that ref, or the viewer may not see it.
 * - `notLinked`: an object of the cluster that no entity stands for.
 * - `notFound`: an object that does not exist in the cluster.
 * - `external`: an address outside of the cluster.
 * - `noSubscriber`: nothing is named at all.
 */
export type NodePresence =
  | 'inCatalog'
  | 'notAsked'
  | 'notInCatalog'
  | 'notLinked'
  | 'notFound'
  | 'external'
  | 'noSubscriber';

/** Something that sends, passes on or receives events, or a type of them. */
export interface MeshNode {
  /** The full entity ref where there is one. */
  id: string;
  role: MeshNodeRole;
  lane: MeshLane;
  /** The Kubernetes kind, or that of the catalog, such as `Broker`. */
  kind: string;
  name: string;
  /** Of Kubernetes; absent of what is of no namespace. */
  namespace?: string;
  environment?: string;
  /** Full entity ref; also where the catalog does not have the entity. */
  entityRef?: string;
  presence: NodePresence;
  readiness?: EventProvider['readiness'];
  /** What to add so that an object becomes linked. */
  advice?: string;
  findings: number;
  /** Of `eventTypes`: what it stands for, sorted by type. */
  members?: MeshNode[];
}

/**
 * How events go along an edge.
 *
 * - `runs`: a component runs a source or sends through it.
 * - `sends`: a source sends to its sink; a component sends an event type.
 * - `provides`: a broker or channel takes in an event type.
 * - `delivers`: a Trigger or Subscription brings it to a subscriber.
 * - `step`: a flow calls it.
 * - `reply`: what is answered goes there.
 * - `deadLetter`: what cannot be delivered goes there.
 */
export type MeshEdgeKind =
  | 'runs'
  | 'sends'
  | 'provides'
  | 'delivers'
  | 'step'
  | 'reply'
  | 'deadLetter';

/** One reason for an edge. */
export interface MeshLink {
  /** A key that no other link of the edge has. */
  id: string;
  match: EventConsumer['match'];
  isUnconfirmed: boolean;
  /** The Trigger or Subscription, where there is one. */
  via?: LinkSummary;
  /** As far as more is not known of it than its name. */
  viaReference?: ObjectReference;
  /** Doubts and notes about the match. */
  reasons: MatchReason[];
  /** The event type that goes along, where the edge does not tell it. */
  eventType?: string;
  /** Which step of a flow, from 1. */
  step?: { part: 'step' | 'branch' | 'filter'; number: number };
}

/** All ways of one kind by which events go from one node to another. */
export interface MeshEdge {
  id: string;
  source: string;
  target: string;
  kind: MeshEdgeKind;
  /** Never empty; in the order in which they were found. */
  links: MeshLink[];
}

/** Part of an event mesh: nodes sorted by id, edges too, no edge without its ends. */
export interface MeshGraph {
  nodes: MeshNode[];
  edges: MeshEdge[];
}

/** Whether nothing certain goes along an edge. */
export function isPossibleOnly({ links }: MeshEdge): boolean {
  return links.every(({ match }) => match === 'maybe');
}

/** Whether all of an edge is of an earlier poll. */
export function isUnconfirmed({ links }: MeshEdge): boolean {
  return links.every(link => link.isUnconfirmed);
}

/** The broker or channel that takes in each event type, by the ids of nodes. */
export function providersOf({ edges }: MeshGraph): Map<string, string> {
  return new Map(
    edges
      .filter(({ kind }) => kind === 'provides')
      .map(({ source, target }) => [target, source]),
  );
}

/** Texts in an order that is the same on every machine. */
export function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
