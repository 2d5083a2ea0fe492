import { attributeCondition } from './attributeCondition';
import type { Condition } from './condition';
import { rewritten } from './eventTypeKnowledge';
import type { FilterEngine } from './filterEngine';
import { asSeenInGo } from './goUri';
import { undocumentedEmptyValue } from './notes';
import { FAILS, PASSES } from './results';

/**
 * RabbitMQBroker: a headers exchange compares `spec.filter.attributes`, and
 * `spec.filters` are ignored (knative.md 3.2). It hands an empty value to the
 * exchange as it is (eventing-rabbitmq pkg/rabbit/binding.go), and nobody
 * documents what that asks for.
 */
export const rabbitmqEngine: FilterEngine = {
  name: 'RabbitMQBroker',

  readAttributes(filter) {
    const of = Object.entries(filter).map(
      ([attribute, wanted]): Condition =>
        wanted === ''
          ? {
              kind: 'fixed',
              results: PASSES | FAILS,
              reason: undocumentedEmptyValue(attribute),
            }
          : attributeCondition('exact', attribute, wanted),
    );
    return { condition: { kind: 'all', of, order: 'any' }, notes: [] };
  },

  seen: (attribute, known) =>
    attribute === 'time' ? rewritten(known) : asSeenInGo(attribute, known),
  resultsOfAbsence: () => FAILS,
};
