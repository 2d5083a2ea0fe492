import type {
  AttributeDeclaration,
  Authorization,
  DeliveryOrigin,
  DeliverySetting,
  Emission,
  EventType,
  Finding,
  MatchReason,
  ObjectReference,
  Omission,
  PolicyTarget,
  Producer,
  Readiness,
  Setting,
} from '../contract';

/**
 * Who provides an event type, as it stands on its API entity.
 *
 * @public
 */
export interface EventProvider {
  reference: ObjectReference;
  /** Full entity ref; absent when the provider is not in the catalog. */
  entityRef?: string;
  brokerClass?: string;
  readiness?: Readiness;
  /** Whether it is of an earlier poll, because the last answer leaves it out. */
  unconfirmed?: boolean;
}

/**
 * What brings events to a subscriber, as it stands on the entities that it
 * connects: a Trigger, a Subscription, or a sink or flow that events are sent to
 * directly.
 *
 * @public
 */
export interface LinkSummary {
  /** The API group; absent of a Trigger and of a Subscription. */
  group?: string;
  /** `Trigger`, `Subscription`, or the kind of the sink or flow. */
  kind: string;
  namespace: string;
  name: string;
  /** `spec.filter.attributes`, sorted by name. Does not count when `filters` is there. */
  filter: { name: string; value: string }[];
  /** `spec.filters` as JSON text: foreign structures never travel as objects. */
  filters?: string;
  /** Whether `filters` is only the beginning, because the whole is too long. */
  filtersCut?: boolean;
  /** Absent when it cannot be told. */
  delivery?: DeliverySummary;
  /** Where a Subscription sends the events that its subscriber answers with. */
  reply?: LinkedDestination;
  /** What the channel of a Subscription says of its delivery to the subscriber. */
  channelReadiness?: Readiness;
  readiness?: Readiness;
}

/**
 * An object or address that events are delivered to.
 *
 * @public
 */
export interface DestinationSummary {
  reference?: ObjectReference;
  uri?: string;
  kubernetesId?: string;
  found: 'yes' | 'no' | 'unknown';
}

/**
 * Whether a subscriber is known to the catalog, and if not, why.
 *
 * - `linked`: `components` names the Components it belongs to, or, when the
 *   subscriber is itself in the mesh, the entity that stands for it.
 * - `noKubernetesId`: the object carries no `backstage.io/kubernetes-id`.
 * - `noComponent`: it carries one, but no Component has it as annotation.
 * - `notFound`: the object that is referred to does not exist.
 * - `notRead`: the object could not be read, so its id is not known.
 * - `external`: a URI is named that is not of an object in the cluster.
 * - `noSubscriber`: no subscriber is named at all.
 *
 * @public
 */
export type LinkState =
  | 'linked'
  | 'noKubernetesId'
  | 'noComponent'
  | 'notFound'
  | 'notRead'
  | 'external'
  | 'noSubscriber';

/**
 * The link from a subscriber to the catalog.
 *
 * @public
 */
export interface ConsumerLink {
  state: LinkState;
  /** Full refs of the Components, sorted; empty unless `linked`. */
  components: string[];
  /** What to add so that it becomes linked; absent when `linked`. */
  advice?: string;
  /**
   * Whether it is the link of an earlier poll, because the last answer leaves
   * out the subscriber, or what it is reached through.
   */
  unconfirmed?: boolean;
}

/**
 * An object or address, and what the catalog knows of it.
 *
 * @public
 */
export interface LinkedDestination {
  destination: DestinationSummary;
  link: ConsumerLink;
}

/**
 * What happens to events that cannot be delivered.
 *
 * @public
 */
export interface DeliverySummary {
  /** Absent when they are dropped. */
  deadLetterSink?: LinkedDestination;
  deadLetterSinkFrom?: DeliveryOrigin;
  /** The address of the dead letter sink, as Knative has resolved it. */
  deadLetterSinkUri?: string;
  /** Such as `retry`, as written, sorted by name. */
  settings: DeliverySetting[];
}

/**
 * What is known, or may be assumed, to send an event type.
 *
 * @public
 */
export interface EventProducer {
  /** The source; or the Trigger or Subscription whose subscriber replies with it. */
  via: ObjectReference;
  match: 'yes' | 'maybe';
  evidence: Producer['evidence'];
  /** Full ref of the entity of the source; absent of a reply. */
  entityRef?: string;
  /** What runs as the source, or the subscriber that replies. */
  workloads: LinkedDestination[];
  readiness?: Readiness;
  /** Whether it is of an earlier poll, because the last answer leaves it out. */
  unconfirmed?: boolean;
}

/**
 * One way by which an event type reaches, or may reach, a subscriber.
 *
 * @public
 */
export interface EventConsumer {
  via: LinkSummary;
  match: 'yes' | 'maybe';
  /** Doubts and notes, which {@link doubtsAndNotes} tells apart. */
  reasons: MatchReason[];
  subscriber: DestinationSummary;
  link: ConsumerLink;
}

/**
 * How many ways there are by which an event type reaches a consumer.
 *
 * @public
 */
export interface ConsumerCounts {
  /** Certain ones. */
  yes: number;
  /** Those that cannot be decided. */
  maybe: number;
}

/**
 * `spec.eventMesh` of the API entity of an event type.
 *
 * @public
 */
export interface EventTypeDetails {
  /** The CloudEvents `type` attribute. */
  type: string;
  attributes: AttributeDeclaration[];
  schemaUrl?: string;
  /** Schema text that is not part of the AsyncAPI definition, as written. */
  rawSchema?: string;
  readiness?: Readiness;
  /** Who has created the event type; absent when the service does not say. */
  origin?: EventType['origin'];
  /** Absent when the event type is not assigned to anything. */
  provider?: EventProvider;
  /** Empty when none is known, which does not mean that there is none. */
  producers: EventProducer[];
  /** Absent when they cannot be told: that nobody consumes it is not known. */
  consumers?: EventConsumer[];
  /**
   * The length of `consumers` by verdict, so that a list of event types can do
   * without them; absent when they cannot be told, and of older modules.
   */
  consumerCounts?: ConsumerCounts;
  /**
   * Full refs of the entities that the catalog relates as consumers, sorted:
   * what certainly receives the event type, and with
   * `relatePossibleConsumers` also what may.
   */
  relatedConsumers: string[];
  /**
   * Full refs of the entities that the catalog relates as providers besides the
   * broker or channel, sorted: what certainly sends the event type.
   */
  relatedProducers: string[];
  findings: Finding[];
}

/**
 * A Trigger of a broker, or a Subscription of a channel, with what it passes on,
 * as it stands on the entity of the broker or channel.
 *
 * @public
 */
export interface OutgoingLink {
  via: LinkSummary;
  subscriber: DestinationSummary;
  link: ConsumerLink;
  /** Event types that it passes, or may pass. */
  eventTypes: {
    /** Full entity ref of the API. */
    entityRef: string;
    /** The CloudEvents `type` attribute. */
    type: string;
    match: 'yes' | 'maybe';
    /** Doubts and notes, which {@link doubtsAndNotes} tells apart. */
    reasons: MatchReason[];
  }[];
}

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

/**
 * An EventPolicy.
 *
 * @public
 */
export interface PolicySummary {
  namespace: string;
  name: string;
  /** Empty when it is about everything in its namespace. */
  to: PolicyTarget[];
  /** Who may send, as Knative has resolved it. */
  subjects: string[];
  readiness?: Readiness;
}

/**
 * Why entities stay in the catalog that the last answer does not have.
 *
 * - `omitted`: the answer leaves out what its group, kind and namespace name, as
 *   an omission does. They stay until that is readable, or excluded by
 *   configuration.
 * - `removals`: so many of one kind are gone at once that this may be a mistake.
 *   They are removed when that has lasted for `acceptRemovalsAfter`.
 *
 * @public
 */
export interface RemovalDoubt {
  reason: 'omitted' | 'removals';
  group?: string;
  kind?: string;
  namespace?: string;
  /** RFC 3339; of `removals`, since when they have lasted without a gap. */
  since: string;
  /** Entities that stay for this reason; 0 when only links do. */
  entities: number;
}

/**
 * `spec.eventMesh` of the System entity of an environment.
 *
 * @public
 */
export interface EnvironmentDetails {
  environment: string;
  /** Version of the service that answered; absent when it does not say. */
  serviceVersion?: string;
  /** Objects per Kubernetes kind in the last accepted poll, sorted by kind. */
  counts: { kind: string; count: number }[];
  /**
   * Who may send to what, as the EventPolicies of the cluster say; sorted, at
   * most 500. `counts` has them all.
   */
  policies: PolicySummary[];
  /** Subscribers that are linked to a Component, of all that were seen. */
  linkCoverage: { linked: number; total: number };
  omitted: Omission[];
  /** Why entities stay that the last answer does not have; sorted. */
  doubts: RemovalDoubt[];
  /** Findings that no other entity carries; at most 500. */
  findings: Finding[];
  /** How many more findings there are; absent when none was left out. */
  findingsLeftOut?: number;
  /** RFC 3339; rewritten at most every 10 minutes and on each change. */
  lastGoodPoll: string;
  /** Seconds between polls; absent when the schedule is a cron expression. */
  pollIntervalSeconds?: number;
}
