import type {
  AttributeDeclaration,
  Finding,
  MatchReason,
  ObjectReference,
  Omission,
  Readiness,
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
}

/**
 * A trigger, as it stands on the entities that it connects.
 *
 * @public
 */
export interface TriggerSummary {
  namespace: string;
  name: string;
  /** `spec.filter.attributes`, sorted by name. Does not count when `filters` is there. */
  filter: { name: string; value: string }[];
  /** `spec.filters` as JSON text: foreign structures never travel as objects. */
  filters?: string;
  readiness?: Readiness;
}

/**
 * The object or address that a trigger delivers to.
 *
 * @public
 */
export interface SubscriberSummary {
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
 * - `notFound`: the object that the trigger refers to does not exist.
 * - `notRead`: the object could not be read, so its id is not known.
 * - `external`: the trigger names a URI instead of an object.
 * - `noSubscriber`: the trigger names no subscriber at all.
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
}

/**
 * One way by which an event type reaches, or may reach, a subscriber.
 *
 * @public
 */
export interface EventConsumer {
  trigger: TriggerSummary;
  match: 'yes' | 'maybe';
  reasons: MatchReason[];
  subscriber: SubscriberSummary;
  link: ConsumerLink;
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
  /** Absent when the event type is not assigned to anything. */
  provider?: EventProvider;
  consumers: EventConsumer[];
  /**
   * Full refs of the entities that the catalog relates as consumers, sorted:
   * what certainly receives the event type, and with
   * `relatePossibleConsumers` also what may.
   */
  relatedConsumers: string[];
  findings: Finding[];
}

/**
 * A trigger of a broker with what it passes on, on the broker's entity.
 *
 * @public
 */
export interface BrokerTrigger {
  trigger: TriggerSummary;
  subscriber: SubscriberSummary;
  link: ConsumerLink;
  /** Event types of the broker that the trigger passes, or may pass. */
  eventTypes: {
    /** Full entity ref of the API. */
    entityRef: string;
    /** The CloudEvents `type` attribute. */
    type: string;
    match: 'yes' | 'maybe';
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
  triggers: BrokerTrigger[];
  findings: Finding[];
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
  /** Subscribers that are linked to a Component, of all that were seen. */
  linkCoverage: { linked: number; total: number };
  omitted: Omission[];
  /** Findings that no other entity carries; at most 500. */
  findings: Finding[];
  /** How many more findings there are; absent when none was left out. */
  findingsLeftOut?: number;
  /** RFC 3339; rewritten at most every 10 minutes and on each change. */
  lastGoodPoll: string;
  /** Seconds between polls; absent when the schedule is a cron expression. */
  pollIntervalSeconds?: number;
}
