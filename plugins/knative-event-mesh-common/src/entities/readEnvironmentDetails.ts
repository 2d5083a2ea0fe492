import type { Entity } from '@backstage/catalog-model';
import { detailsOf } from './readers';
import {
  readFinding,
  readOmission,
  readPolicyTarget,
  readReadiness,
} from './reading/parts';
import { count, fields, listOf, oneOf, text } from './reading/values';
import type { EnvironmentDetails, PolicySummary, RemovalDoubt } from './types';

/**
 * What the System entity of an environment tells of it, or undefined for any
 * other entity. Reads as carefully as {@link readEventTypeDetails}; without an
 * environment and the time of a good poll it tells nothing.
 *
 * @public
 */
export function readEnvironmentDetails(
  entity: Entity,
): EnvironmentDetails | undefined {
  const from = detailsOf(entity, 'environment');
  const environment = text(from?.environment);
  const lastGoodPoll = text(from?.lastGoodPoll);
  if (!from || !environment || !lastGoodPoll) {
    return undefined;
  }
  const coverage = fields(from.linkCoverage);
  return {
    environment,
    serviceVersion: text(from.serviceVersion),
    counts: listOf(from.counts, item => {
      const counted = fields(item);
      const kind = text(counted?.kind);
      const objects = count(counted?.count);
      return kind && objects !== undefined
        ? { kind, count: objects }
        : undefined;
    }),
    policies: listOf(from.policies, readPolicy),
    linkCoverage: {
      linked: count(coverage?.linked) ?? 0,
      total: count(coverage?.total) ?? 0,
    },
    omitted: listOf(from.omitted, readOmission),
    doubts: listOf(from.doubts, readDoubt),
    findings: listOf(from.findings, readFinding),
    findingsLeftOut: count(from.findingsLeftOut),
    lastGoodPoll,
    pollIntervalSeconds:
      typeof from.pollIntervalSeconds === 'number' &&
      from.pollIntervalSeconds > 0
        ? from.pollIntervalSeconds
        : undefined,
  };
}

function readPolicy(value: unknown): PolicySummary | undefined {
  const from = fields(value);
  const name = text(from?.name);
  // A target that cannot be read must not make a policy one about everything.
  const to = Array.isArray(from?.to)
    ? listOf(from.to, readPolicyTarget)
    : undefined;
  return from && name && to && to.length === (from.to as unknown[]).length
    ? {
        namespace: text(from.namespace) ?? '',
        name,
        to,
        subjects: listOf(from.subjects, text),
        readiness: readReadiness(from.readiness),
      }
    : undefined;
}

/** Without knowing since when, nobody could say how long it will last. */
function readDoubt(value: unknown): RemovalDoubt | undefined {
  const from = fields(value);
  const reason = oneOf(['omitted', 'removals'], from?.reason);
  const since = text(from?.since);
  return from && reason && since && !Number.isNaN(Date.parse(since))
    ? {
        reason,
        group: text(from.group),
        kind: text(from.kind),
        namespace: text(from.namespace),
        since,
        entities: count(from.entities) ?? 0,
      }
    : undefined;
}
