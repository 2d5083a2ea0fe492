import { isAttributeName } from './attributeName';
import type { AttributeKnowledge } from './eventTypeKnowledge';
import { FAILS, PASSES, type Results } from './results';
import { canProduce, type Template } from './template';
import { contextAttributes } from './contextAttributes';

/** What a filter asks of one attribute. `nonEmpty` is the empty legacy value. */
export interface AttributeCondition {
  kind: 'attribute';
  test: 'exact' | 'prefix' | 'suffix' | 'nonEmpty';
  attribute: string;
  /** The value, or its beginning or end; empty for `nonEmpty`. */
  wanted: string;
  /** Whether an event can have an attribute of that name. */
  canBeThere: boolean;
}

/** A condition on an attribute, under the name that its values are found by. */
export function attributeCondition(
  test: AttributeCondition['test'],
  attribute: string,
  wanted: string,
): AttributeCondition {
  const canBeThere = isAttributeName(attribute);
  return { kind: 'attribute', test, attribute, wanted, canBeThere };
}

/**
 * What a condition makes of the values of an attribute that is there
 * (knative.md 3.5, the table of leaves).
 */
export function resultsOfValue(
  condition: AttributeCondition,
  known: AttributeKnowledge,
): Results {
  const { test, attribute, wanted } = condition;
  const { value } = known;
  if (test === 'nonEmpty') {
    return value.kind !== 'any' || contextAttributes.has(attribute)
      ? PASSES
      : PASSES | FAILS;
  }
  switch (value.kind) {
    case 'exact':
      return resultOfText(condition, value.text);
    case 'template':
      return resultsOfTemplate(
        test,
        wanted,
        value.template,
        value.mayLoseEnd ?? false,
      );
    default:
      return PASSES | FAILS;
  }
}

/** What a condition makes of one value. */
export function resultOfText(
  { test, wanted }: AttributeCondition,
  text: string,
): Results {
  switch (test) {
    case 'exact':
      return text === wanted ? PASSES : FAILS;
    case 'prefix':
      return text.startsWith(wanted) ? PASSES : FAILS;
    case 'suffix':
      return text.endsWith(wanted) ? PASSES : FAILS;
    default:
      return text === '' ? FAILS : PASSES;
  }
}

function resultsOfTemplate(
  test: 'exact' | 'prefix' | 'suffix',
  wanted: string,
  template: Template,
  mayLoseEnd: boolean,
): Results {
  const { texts } = template;
  switch (test) {
    case 'exact':
      return canProduce(template, wanted) ||
        (mayLoseEnd && canProduce(template, `${wanted}#`))
        ? PASSES | FAILS
        : FAILS;
    case 'prefix':
      return resultsOfEnd(
        texts[0].startsWith(wanted),
        wanted.startsWith(texts[0]),
      );
    default: {
      const end = texts[texts.length - 1];
      return resultsOfEnd(end.endsWith(wanted), wanted.endsWith(end));
    }
  }
}

function resultsOfEnd(isCertain: boolean, isPossible: boolean): Results {
  if (isCertain) {
    return PASSES;
  }
  return isPossible ? PASSES | FAILS : FAILS;
}
