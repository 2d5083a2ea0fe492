import type { LinkSummary } from 'backstage-plugin-knative-event-mesh-common';
import { filtersAsYaml } from './filtersAsYaml';

/** What a trigger lets pass, as far as it is written in the trigger. */
export type FilterDescription =
  | { kind: 'everyEvent' }
  /** `isCut` if the text is only the beginning of what is written. */
  | { kind: 'written'; text: string; isCut: boolean };

/**
 * What a trigger lets pass. `spec.filters` take precedence over `spec.filter`,
 * as in Knative (eventing pkg/broker/filter/filter_handler.go).
 */
export function describeFilter(trigger: LinkSummary): FilterDescription {
  const { filter, filters, filtersCut = false } = trigger;
  if (filters !== undefined) {
    return { kind: 'written', text: filtersAsYaml(filters), isCut: filtersCut };
  }
  return filter.length === 0
    ? { kind: 'everyEvent' }
    : {
        kind: 'written',
        text: filter.map(describeCondition).join('\n'),
        isCut: false,
      };
}

/** Whether an event without the attribute passes depends on the broker. */
function describeCondition({ name, value }: LinkSummary['filter'][0]) {
  return `${name} = ${value || "'' (any value)"}`;
}
