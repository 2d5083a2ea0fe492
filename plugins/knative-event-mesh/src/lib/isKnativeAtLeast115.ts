import type { EnvironmentDetails } from 'backstage-plugin-knative-event-mesh-common';

/**
 * Whether an environment certainly has Knative 1.15 or later: EventPolicies are
 * since then, so one that is there, or may not be read, tells. Without an
 * EventPolicy the catalog does not say.
 */
export function isKnativeAtLeast115({
  counts,
  omitted,
}: Pick<EnvironmentDetails, 'counts' | 'omitted'>): boolean {
  return (
    counts.some(({ kind, count }) => kind === 'EventPolicy' && count > 0) ||
    omitted.some(
      ({ kind, reason }) => kind === 'EventPolicy' && reason === 'forbidden',
    )
  );
}
