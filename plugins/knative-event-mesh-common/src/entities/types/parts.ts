import type {
  Authorization,
  Emission,
  Finding,
  ObjectReference,
  Readiness,
  Setting,
} from '../../contract';
import type { DeliverySummary, LinkedDestination, OutgoingLink } from './links';

/**
 * `spec.eventMesh` of the Component entity of a broker.
 *
 * @public
 */
export interface BrokerDetails {
  brokerClass?: string;
  address?: string;
  readiness?: Readiness;
  triggers: OutgoingLink[];
  /** What holds for triggers that state nothing else. */
  delivery?: DeliverySummary;
  authorization?: Authorization;
  /** What sends to it, as far as it is known; sorted. */
  senders: Sender[];
  findings: Finding[];
}

/**
 * What sends events to a broker, channel, sink or flow: a source, Trigger,
 * Subscription or flow; or a broker or channel, whose dead letter sink it is.
 *
 * @public
 */
export interface Sender {
  reference: ObjectReference;
  /** Full entity ref; absent of a Trigger or Subscription. */
  entityRef?: string;
  /** How it sends. */
  as: 'source' | 'subscriber' | 'reply' | 'deadLetter';
}

/**
 * `spec.eventMesh` of the Component entity of a channel.
 *
 * @public
 */
export interface ChannelDetails {
  /** The channel that does the work of a Channel. */
  backing?: ObjectReference;
  address?: string;
  readiness?: Readiness;
  subscriptions: OutgoingLink[];
  /** What holds for subscriptions that state nothing else. */
  delivery?: DeliverySummary;
  authorization?: Authorization;
  senders: Sender[];
  findings: Finding[];
}

/**
 * `spec.eventMesh` of the Component entity of a source.
 *
 * @public
 */
export interface SourceDetails {
  /** Absent when it names none. */
  sink?: LinkedDestination;
  emissions: Emission[];
  /** Whether it may send event types that are not listed. */
  mayEmitOthers: boolean;
  /** Attributes that it sets on every event, sorted by name. */
  ceOverrides: Setting[];
  /** What runs as the source or sends through it. */
  workloads: LinkedDestination[];
  /** The subject that EventPolicies know it by. */
  identity?: string;
  /** What it does with what its sink does not take; absent when it states nothing. */
  delivery?: DeliverySummary;
  settings: Setting[];
  readiness?: Readiness;
  findings: Finding[];
}

/**
 * `spec.eventMesh` of the Component entity of a sink.
 *
 * @public
 */
export interface SinkDetails {
  address?: string;
  settings: Setting[];
  authorization?: Authorization;
  senders: Sender[];
  readiness?: Readiness;
  findings: Finding[];
}

/**
 * A step of a Sequence, or a branch of a Parallel.
 *
 * @public
 */
export interface FlowStepSummary {
  /** What decides whether an event enters the branch. */
  filter?: LinkedDestination;
  subscriber?: LinkedDestination;
  reply?: LinkedDestination;
  delivery?: DeliverySummary;
  readiness?: Readiness;
}

/**
 * `spec.eventMesh` of the Component entity of a Sequence, Parallel,
 * EventTransform or RequestReply.
 *
 * @public
 */
export interface FlowDetails {
  address?: string;
  /** Steps one after the other, or branches side by side. */
  steps: FlowStepSummary[];
  reply?: LinkedDestination;
  /** What a RequestReply does with what it cannot deliver. */
  delivery?: DeliverySummary;
  authorization?: Authorization;
  senders: Sender[];
  readiness?: Readiness;
  findings: Finding[];
}
