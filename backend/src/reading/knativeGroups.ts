/**
 * Knative's own groups, in which every kind of the mesh that Knative publishes
 * is. What Kubernetes cannot answer for these at present makes the answer wait or
 * fail, because it must not be missing (design §3).
 */
export const knativeGroups: readonly string[] = [
  'eventing.knative.dev',
  'flows.knative.dev',
  'messaging.knative.dev',
  'sinks.knative.dev',
  'sources.knative.dev',
];

/** Whether a group is one of Knative's own. */
export function isKnativeGroup(group: string): boolean {
  return knativeGroups.includes(group);
}
