import type { AttributeDeclaration } from '../contract';
import { knowledgeOfEventType } from './eventTypeKnowledge';
import { prepareTrigger, type TriggerFilters } from './prepareTrigger';
import type { TriggerMatch } from './triggerMatch';

/**
 * What {@link matchTrigger} needs to know.
 *
 * @public
 */
export interface TriggerMatchInput
  extends Pick<TriggerFilters, 'brokerClass' | 'isKnativeAtLeast115'> {
  /** What the event type declares, from {@link attributesOfEventType}. */
  attributes: readonly AttributeDeclaration[];
  /** `spec.filter.attributes` and `spec.filters`, as the Trigger states them. */
  trigger: Pick<TriggerFilters, 'filter' | 'filters'>;
}

/**
 * Decides whether a Trigger passes the events of an event type of its broker
 * (design §5). The verdict is about the filter only, not about whether delivery
 * works. For many questions, use {@link prepareTrigger}.
 *
 * @public
 */
export function matchTrigger(input: TriggerMatchInput): TriggerMatch {
  const { attributes, trigger, brokerClass, isKnativeAtLeast115 } = input;
  const { filter, filters } = trigger;
  return prepareTrigger({
    filter,
    filters,
    brokerClass,
    isKnativeAtLeast115,
  }).match(knowledgeOfEventType(attributes));
}
