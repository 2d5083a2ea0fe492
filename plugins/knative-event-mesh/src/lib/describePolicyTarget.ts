import type { PolicyTarget } from 'backstage-plugin-knative-event-mesh-common';

/** What an EventPolicy is about: `Broker default`, or all of a kind with labels. */
export function describePolicyTarget({
  kind,
  name,
  selector,
}: PolicyTarget): string {
  if (name) {
    return `${kind} ${name}`;
  }
  return selector ? `every ${kind} with ${selector}` : `every ${kind}`;
}
