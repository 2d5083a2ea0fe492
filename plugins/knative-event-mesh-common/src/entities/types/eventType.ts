import type {
  AttributeDeclaration,
  EventType,
  Finding,
  MatchReason,
  ObjectReference,
  Producer,
  Readiness,
} from '../../contract';
import type {
  ConsumerLink,
  DestinationSummary,
  EventProvider,
  LinkSummary,
  LinkedDestination,
} from './links';

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
