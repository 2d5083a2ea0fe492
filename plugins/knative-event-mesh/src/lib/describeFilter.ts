import type { TriggerSummary } from 'backstage-plugin-knative-event-mesh-common';

/**
 * What a trigger lets pass, one line per condition that must hold. An empty
 * list means that it lets every event pass.
 *
 * `spec.filters` take precedence over `spec.filter`, as in Knative
 * (eventing pkg/broker/filter/filter_handler.go).
 */
export function describeFilter(trigger: TriggerSummary): string[] {
  if (trigger.filters !== undefined) {
    return [`filters: ${trigger.filters}`];
  }
  return trigger.filter.map(({ name, value }) =>
    value === '' ? `${name} is present` : `${name} = ${value}`,
  );
}
