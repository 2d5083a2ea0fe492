import type {
  EventMesh,
  EventPolicy,
  Finding,
  PolicySummary,
} from 'backstage-plugin-knative-event-mesh-common';
import type { Connections } from './connections';
import type { EnvironmentState } from './environmentEntity';
import { compareTexts, sortedBy } from './names';

/** What a mesh without duplicates says about its environment. */
export function environmentState(
  mesh: EventMesh,
  environment: string,
  {
    linkCoverage,
    findings,
  }: {
    linkCoverage: Connections['linkCoverage'];
    /** Those that no other entity carries, sorted. */
    findings: Finding[];
  },
): EnvironmentState {
  return {
    environment,
    serviceVersion: mesh.serviceVersion,
    counts: countKinds(mesh),
    policies: (mesh.policies ?? []).map(summarizePolicy),
    linkCoverage,
    omitted: sortedBy(
      mesh.omitted ?? [],
      omission => omission.group,
      omission => omission.kind,
      omission => omission.namespace,
      omission => JSON.stringify(omission),
    ),
    findings,
  };
}

function countKinds(mesh: EventMesh): EnvironmentState['counts'] {
  const { triggers, subscriptions, policies, sinks = [], flows = [] } = mesh;
  const counts = new Map<string, number>([
    ['Broker', mesh.brokers.length],
    ['EventType', mesh.eventTypes.length],
    ...(triggers ? [['Trigger', triggers.length] as const] : []),
    ...(subscriptions ? [['Subscription', subscriptions.length] as const] : []),
    ...(policies ? [['EventPolicy', policies.length] as const] : []),
  ]);
  for (const { kind } of [
    ...mesh.subscribables,
    ...mesh.sources,
    ...sinks,
    ...flows,
  ]) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return sortedBy(counts, ([kind]) => kind).map(([kind, count]) => ({
    kind,
    count,
  }));
}

function summarizePolicy(policy: EventPolicy): PolicySummary {
  return {
    namespace: policy.namespace,
    name: policy.name,
    to: sortedBy(
      policy.to,
      target => target.kind,
      target => target.name,
      target => target.selector,
      target => target.group,
    ),
    subjects: [...new Set(policy.subjects)].sort(compareTexts),
    readiness: policy.readiness,
  };
}
