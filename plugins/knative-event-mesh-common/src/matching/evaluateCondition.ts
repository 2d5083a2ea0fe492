import { resultsOfValue, type AttributeCondition } from './attributeCondition';
import type { Condition, ListCondition } from './condition';
import {
  knowledgeOfEventType,
  type EventTypeKnowledge,
} from './eventTypeKnowledge';
import type { FilterEngine } from './filterEngine';
import {
  FAILS,
  has,
  inAnyOrder,
  inOrder,
  negated,
  PASSES,
  type Results,
} from './results';

/** What is known of every valid event. */
const anyEvent = knowledgeOfEventType(
  ['id', 'source', 'specversion', 'type'].map(name => ({
    name,
    required: true,
  })),
);

/** What a condition can come to for the events of a type. */
export function evaluateCondition(
  condition: Condition,
  knowledge: EventTypeKnowledge,
  engine: FilterEngine,
): Results {
  switch (condition.kind) {
    case 'attribute':
      return resultsOfAttribute(condition, knowledge, engine);
    case 'expression':
      return condition.expression.outcomesFor(knowledge).results;
    case 'not':
      return negated(evaluateCondition(condition.of, knowledge, engine));
    case 'fixed':
      return condition.results;
    default:
      return resultsOfList(condition, knowledge, engine);
  }
}

function resultsOfAttribute(
  condition: AttributeCondition,
  knowledge: EventTypeKnowledge,
  engine: FilterEngine,
): Results {
  const { attribute, canBeThere } = condition;
  if (!canBeThere) {
    return engine.resultsOfAbsence(condition);
  }
  const known = engine.seen(attribute, knowledge.of(attribute));
  const results = resultsOfValue(condition, known);
  return known.always ? results : results | engine.resultsOfAbsence(condition);
}

function resultsOfList(
  { kind, of, order }: ListCondition,
  knowledge: EventTypeKnowledge,
  engine: FilterEngine,
): Results {
  const elements = of.map(element =>
    evaluateCondition(element, knowledge, engine),
  );
  if (order === 'any') {
    return inAnyOrder(kind, elements);
  }
  const asWritten = inOrder(kind, elements);
  if (order === 'written') {
    return asWritten;
  }
  // `optimizeLoop` moves an element forward that has often decided the list:
  // one that can decide it for some event, of whatever type.
  const reordered = asWritten | inAnyOrder(kind, elements);
  const decisive = kind === 'all' ? FAILS : PASSES;
  const isReordered =
    reordered !== asWritten &&
    of
      .slice(1)
      .some(element =>
        has(evaluateCondition(element, anyEvent, engine), decisive),
      );
  return isReordered ? reordered : asWritten;
}
