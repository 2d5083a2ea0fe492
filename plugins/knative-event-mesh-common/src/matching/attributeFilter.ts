import type { MatchReason } from '../contract';
import type { AttributeKnowledge, KnowledgeOf } from './attributeKnowledge';
import type { FilterSemantics } from './brokerClass';
import {
  undecidedEmptyValue,
  undecidedPresence,
  undecidedValue,
} from './reasons';
import { canProduce } from './template';
import type { TriggerMatch } from './triggerMatch';

/**
 * Context attributes that a valid CloudEvent never carries with an empty value
 * (CloudEvents 1.0.2, "Context Attributes"); an extension may be empty.
 */
const neverEmpty = new Set([
  'datacontenttype',
  'dataschema',
  'id',
  'source',
  'specversion',
  'subject',
  'time',
  'type',
]);

/**
 * Evaluates `spec.filter.attributes` for all events of a type at once: every
 * attribute must agree (knative.md 3.3 row "legacy", 3.5 table).
 */
export function matchAttributeFilter(
  filter: Readonly<Record<string, string>>,
  knowledgeOf: KnowledgeOf,
  semantics: FilterSemantics,
): TriggerMatch {
  const reasons: MatchReason[] = [];
  for (const [name, wanted] of Object.entries(filter)) {
    const attribute = semantics.attributeAliases.get(name) ?? name;
    const known = knowledgeOf(attribute);
    const leaf =
      wanted === ''
        ? matchEmptyValue(attribute, known, semantics)
        : matchValue(attribute, wanted, known);
    if (leaf === 'no') {
      return { match: 'no', reasons: [] };
    }
    if (leaf !== 'yes') {
      reasons.push(leaf);
    }
  }
  return { match: reasons.length > 0 ? 'maybe' : 'yes', reasons };
}

type Leaf = 'yes' | 'no' | MatchReason;

function matchValue(
  attribute: string,
  wanted: string,
  known: AttributeKnowledge,
): Leaf {
  const { value } = known;
  if (value.kind === 'exact' && value.text !== wanted) {
    return 'no';
  }
  if (value.kind === 'template' && !canProduce(value.template, wanted)) {
    return 'no';
  }
  return value.kind === 'exact' && known.always
    ? 'yes'
    : undecidedValue(attribute, wanted, known);
}

function matchEmptyValue(
  attribute: string,
  known: AttributeKnowledge,
  { emptyValue }: FilterSemantics,
): Leaf {
  if (emptyValue === 'noConstraint') {
    return 'yes';
  }
  if (emptyValue === 'undecided') {
    return undecidedEmptyValue(attribute);
  }
  const hasContent = known.value.kind !== 'any' || neverEmpty.has(attribute);
  return known.always && hasContent
    ? 'yes'
    : undecidedPresence(attribute, known);
}
