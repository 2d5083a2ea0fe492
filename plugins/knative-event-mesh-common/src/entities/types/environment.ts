import type {
  Finding,
  Omission,
  PolicyTarget,
  Readiness,
} from '../../contract';

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
