import type { AttributeDeclaration } from '../contract';
import { matchAttributeFilter } from './attributeFilter';
import { knowledgeFrom } from './attributeKnowledge';
import { possibleSemantics, type FilterSemantics } from './brokerClass';
import { differingClasses, filtersNotEvaluated } from './reasons';
import type { TriggerMatch } from './triggerMatch';

/**
 * What {@link matchTrigger} needs to know.
 *
 * @public
 */
export interface TriggerMatchInput {
  /** What the event type declares, from {@link attributesOfEventType}. */
  attributes: readonly AttributeDeclaration[];
  /** `spec.filter.attributes` and `spec.filters`, as the Trigger states them. */
  trigger: {
    filter?: Readonly<Record<string, string>>;
    filters?: readonly unknown[];
  };
  /** Annotation `eventing.knative.dev/broker.class` of the Trigger's broker. */
  brokerClass?: string;
}

/**
 * Decides whether a Trigger passes the events of an event type of its broker
 * (design §5; knative.md 3.2, 3.3 and 3.5). The verdict is about the filter
 * only, not about whether delivery works.
 *
 * @public
 */
export function matchTrigger(input: TriggerMatchInput): TriggerMatch {
  const { attributes, trigger, brokerClass } = input;
  const knowledgeOf = knowledgeFrom(attributes);
  const filter = trigger.filter ?? {};
  const evaluate = (semantics: FilterSemantics): TriggerMatch =>
    trigger.filters?.length && semantics.evaluatesFilters
      ? { match: 'maybe', reasons: [filtersNotEvaluated()] }
      : matchAttributeFilter(filter, knowledgeOf, semantics);

  const [first, ...others] = possibleSemantics(brokerClass).map(evaluate);
  if (others.every(other => other.match === first.match)) {
    return first;
  }
  const emptyAttributes = Object.keys(filter).filter(
    name => filter[name] === '',
  );
  return {
    match: 'maybe',
    reasons: [
      ...[first, ...others].flatMap(({ reasons }) => reasons),
      differingClasses(emptyAttributes),
    ],
  };
}
