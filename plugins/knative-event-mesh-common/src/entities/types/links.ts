import type {
  DeliveryOrigin,
  DeliverySetting,
  MatchReason,
  ObjectReference,
  Readiness,
} from '../../contract';

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
