import type { MatchReason } from '../contract';
import { attributeCondition } from './attributeCondition';
import { isUsedUp } from './attributeName';
import type { Condition } from './condition';
import { rewritten, type AttributeKnowledge } from './eventTypeKnowledge';
import { prepareExpression, type ExpressionEngine } from './expressionOutcomes';
import type { AttributeValues, FilterElement } from './filterElement';
import type { FilterEngine } from './filterEngine';
import { isUri } from './goUri';
import { emptyElement, skippedValue, unreadableExpression } from './notes';
import { ANYTHING, BREAKS, FAILS, PASSES } from './results';

const NAME = 'Kafka';

function seen(attribute: string, known: AttributeKnowledge) {
  if (isUsedUp(attribute)) {
    return { ...rewritten(known), always: false };
  }
  // A moment is written anew, in UTC.
  return attribute === 'time' || isEncodedByKnative(attribute, known)
    ? rewritten(known)
    : known;
}

/**
 * Knative stores the URIs of an EventType as Go writes them: `/ü` as `/%C3%BC`.
 * Events keep here what they came with, which may be either.
 */
function isEncodedByKnative(
  attribute: string,
  { value }: AttributeKnowledge,
): boolean {
  return (
    isUri(attribute) &&
    value.kind !== 'any' &&
    /%[89A-F][0-9A-F]/i.test(value.text)
  );
}

const expressions: ExpressionEngine = {
  engine: 'java',
  castsValue: true,
  seen,
  // Events of CloudEvents 0.3 have `schemaurl` instead.
  breaksWithout: 'dataschema',
  resultOf: {
    true: PASSES,
    false: FAILS,
    error: FAILS,
    crash: BREAKS,
    nonBoolean: FAILS,
  },
};

/**
 * Attributes that are null where they are absent: what asks how they start or end
 * breaks, and before Knative 1.23 also what asks for their value.
 */
const nullable = new Set(['datacontenttype', 'subject']);

/**
 * Kafka and KafkaNamespaced: eventing-kafka-broker
 * control-plane/pkg/contract/subscriptionsapi.go and data-plane/core, package
 * `core.filter`.
 */
export const kafkaEngine: FilterEngine = {
  name: NAME,
  seen,

  readAttributes(filter) {
    const notes: MatchReason[] = [];
    const values = Object.entries(filter);
    const condition = attributesOf('exact', values, notes, 'filter');
    return { condition, notes };
  },

  readFilters(elements) {
    const notes: MatchReason[] = [];
    return { condition: listOf('all', elements, notes), notes };
  },

  resultsOfAbsence({ test, attribute }) {
    if (!nullable.has(attribute)) {
      return FAILS;
    }
    return test === 'exact' ? FAILS | BREAKS : BREAKS;
  },
};

function listOf(
  kind: 'all' | 'any',
  elements: readonly FilterElement[],
  notes: MatchReason[],
): Condition {
  return {
    kind,
    of: elements.map(element => conditionOf(element, notes)),
    order: 'written',
  };
}

/** `FromSubscriptionFilter`: every dialect that is there must pass. */
function conditionOf(element: FilterElement, notes: MatchReason[]): Condition {
  const conditions: Condition[] = [];
  for (const dialect of ['all', 'any'] as const) {
    const elements = element[dialect];
    if (elements?.length) {
      conditions.push(listOf(dialect, elements, notes));
    }
  }
  if (element.not) {
    conditions.push({ kind: 'not', of: conditionOf(element.not, notes) });
  }
  for (const dialect of ['exact', 'prefix', 'suffix'] as const) {
    const values = element[dialect];
    if (values) {
      conditions.push(attributesOf(dialect, values, notes));
    }
  }
  if (element.cesql) {
    const { text, parsed } = element.cesql;
    conditions.push(
      parsed.ok
        ? {
            kind: 'expression',
            expression: prepareExpression(parsed.expression, expressions),
          }
        : {
            kind: 'fixed',
            results: ANYTHING,
            reason: unreadableExpression(text, parsed.error),
          },
    );
  }
  if (conditions.length === 0) {
    notes.push(emptyElement(NAME, 'let every event pass it'));
    return { kind: 'fixed', results: PASSES };
  }
  return conditions.length === 1
    ? conditions[0]
    : { kind: 'all', of: conditions, order: 'written' };
}

function attributesOf(
  dialect: 'exact' | 'prefix' | 'suffix',
  values: AttributeValues,
  notes: MatchReason[],
  place: string = dialect,
): Condition {
  const of = values
    .filter(([, wanted]) => wanted)
    .map(([name, wanted]) =>
      attributeCondition(
        dialect,
        name === 'schemaurl' ? 'dataschema' : name,
        wanted,
      ),
    );
  if (of.length < values.length) {
    notes.push(skippedValue(NAME, place));
  }
  if (of.length === 0) {
    return { kind: 'fixed', results: PASSES };
  }
  return of.length === 1 ? of[0] : { kind: 'all', of, order: 'any' };
}
