import type { MatchReason } from '../contract';
import { attributeCondition, resultOfText } from './attributeCondition';
import type { Condition } from './condition';
import { rewritten, type AttributeKnowledge } from './eventTypeKnowledge';
import { prepareExpression, type ExpressionEngine } from './expressionOutcomes';
import type { AttributeValues, FilterElement } from './filterElement';
import type { FilterEngine } from './filterEngine';
import { asSeenInGo } from './goUri';
import { isUsedUp } from './attributeName';
import { emptyElement, skippedValue, unreadableExpression } from './notes';
import { ANYTHING, BREAKS, FAILS, PASSES, SKIPPED } from './results';

const NAME = 'MTChannelBasedBroker';

/** What the engine makes of `datacontenttype`, except in expressions. */
const DERIVED = 'datamediatype';

/** What Go makes of the time of an event that has none. */
const ZERO_TIME = '0001-01-01T00:00:00Z';

function seen(attribute: string, known: AttributeKnowledge) {
  if (attribute === DERIVED || isUsedUp(attribute)) {
    return { ...rewritten(known), always: false };
  }
  // A moment is written anew: `12:00:00.0Z` becomes `12:00:00Z`.
  return attribute === 'time' ? rewritten(known) : asSeenInGo(attribute, known);
}

const expressions: ExpressionEngine = {
  engine: 'go',
  castsValue: false,
  seen: (attribute, known) =>
    attribute === DERIVED ? known : seen(attribute, known),
  resultOf: {
    true: PASSES,
    false: FAILS,
    error: FAILS,
    crash: BREAKS,
    nonBoolean: BREAKS,
  },
};

/** MTChannelBasedBroker: eventing pkg/broker/filter, pkg/eventfilter. */
export const multiTenantEngine: FilterEngine = {
  name: NAME,
  seen,

  readAttributes(filter) {
    const conditions = Object.entries(filter).map(([name, wanted]) =>
      attributeCondition(
        wanted === '' ? 'nonEmpty' : 'exact',
        named(name),
        wanted,
      ),
    );
    return {
      condition: { kind: 'all', of: conditions, order: 'any' },
      notes: [],
    };
  },

  readFilters(elements) {
    const notes: MatchReason[] = [];
    return { condition: listOf('all', elements, notes), notes };
  },

  resultsOfAbsence(condition) {
    return condition.attribute === 'time'
      ? resultOfText(condition, ZERO_TIME)
      : FAILS;
  },
};

/** `MaterializeFiltersList`, `NewAllFilter`, `NewAnyFilter`. */
function listOf(
  kind: 'all' | 'any',
  elements: readonly FilterElement[],
  notes: MatchReason[],
): Condition {
  const of = elements.flatMap(element => conditionOf(element, notes) ?? []);
  return of.length === 1 ? of[0] : { kind, of, order: 'learnt' };
}

/**
 * `MaterializeSubscriptionsAPIFilter`: the first dialect that is there counts.
 *
 * @returns undefined for what it skips
 */
function conditionOf(
  element: FilterElement,
  notes: MatchReason[],
): Condition | undefined {
  for (const dialect of ['exact', 'prefix', 'suffix'] as const) {
    const values = element[dialect];
    if (values?.length) {
      return attributesOf(dialect, values, notes);
    }
  }
  for (const dialect of ['all', 'any'] as const) {
    const elements = element[dialect];
    if (elements?.length) {
      return listOf(dialect, elements, notes);
    }
  }
  if (element.not) {
    return {
      kind: 'not',
      of: conditionOf(element.not, notes) ?? {
        kind: 'fixed',
        results: SKIPPED,
      },
    };
  }
  if (element.cesql) {
    const { text, parsed } = element.cesql;
    return parsed.ok
      ? {
          kind: 'expression',
          expression: prepareExpression(parsed.expression, expressions),
        }
      : {
          kind: 'fixed',
          results: ANYTHING,
          reason: unreadableExpression(text, parsed.error),
        };
  }
  notes.push(emptyElement(NAME, 'leave it out'));
  return undefined;
}

function attributesOf(
  dialect: 'exact' | 'prefix' | 'suffix',
  values: AttributeValues,
  notes: MatchReason[],
): Condition | undefined {
  if (values.some(([name, wanted]) => !name || !wanted)) {
    notes.push(skippedValue(NAME, dialect));
    return undefined;
  }
  const of = values.map(([name, wanted]) =>
    attributeCondition(dialect, named(name), wanted),
  );
  return of.length === 1 ? of[0] : { kind: 'all', of, order: 'any' };
}

/** `LookupAttribute` in eventing pkg/eventfilter/attributes. */
function named(name: string): string {
  return name === 'schemaurl' ? 'dataschema' : name;
}
