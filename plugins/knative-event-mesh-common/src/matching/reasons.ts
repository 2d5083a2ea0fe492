import type { MatchReason } from '../contract';
import type { AttributeCondition } from './attributeCondition';
import { isAttributeName } from './attributeName';
import type { AttributeKnowledge } from './eventTypeKnowledge';
import { quote, shorten } from './quote';

/** Why it is undecided whether a condition on an attribute holds. */
export function openCondition(
  condition: AttributeCondition,
  known: AttributeKnowledge,
): MatchReason {
  const { attribute } = condition;
  const { code, text } = stateOf(attribute, known, condition.test);
  return {
    code,
    attribute,
    text: `It depends on whether ${inWords(condition)}; ${text}.`,
  };
}

/** Why a condition on an attribute never holds. */
export function failingCondition(
  condition: AttributeCondition,
  known: AttributeKnowledge,
): MatchReason {
  const { attribute } = condition;
  return {
    code: 'attributeDiffers',
    attribute,
    text: `Only events pass if ${inWords(condition)}; ${fact(
      attribute,
      known,
    )}.`,
  };
}

/** Why a condition on an attribute always holds, where that keeps events out. */
export function excludingCondition(
  condition: AttributeCondition,
  known: AttributeKnowledge,
): MatchReason {
  const { attribute } = condition;
  return {
    code: 'attributeDiffers',
    attribute,
    text: `Events do not pass if ${inWords(condition)}; ${fact(
      attribute,
      known,
    )}.`,
  };
}

/** What an expression's outcome hangs on, as far as one attribute goes. */
export function openExpression(
  expression: string,
  attribute: string,
  known: AttributeKnowledge,
  withoutIt: 'yes' | 'no' | 'maybe' | undefined,
): MatchReason {
  const { code, text } = stateOf(attribute, known, 'value');
  const absence =
    withoutIt === 'yes' || withoutIt === 'no'
      ? ` For an event without ${quote(attribute)} it is ${
          withoutIt === 'yes' ? 'true' : 'not true'
        }.`
      : '';
  return {
    code,
    attribute,
    expression: shorten(expression),
    text: `The expression ${quote(expression)} depends on ${quote(
      attribute,
    )}; ${text}.${absence}`,
  };
}

/** An expression that is decided but for values that an engine is wrong about. */
export function unreliableLike(
  expression: string,
  attributes: readonly string[],
  isTrue: boolean,
): MatchReason {
  return {
    code: 'likeUnreliable',
    expression: shorten(expression),
    text: `The expression ${quote(expression)} is ${
      isTrue ? 'true' : 'not true'
    }, but this class of broker has a fault in LIKE: it can give another answer if ${attributes
      .map(quote)
      .join(' or ')} contains a \`%\`, a \`\\\` or an end of line.`,
  };
}

/** An expression whose outcome cannot be told here. */
export function unevaluatedExpression(expression: string): MatchReason {
  return {
    code: 'expressionNotEvaluated',
    expression: shorten(expression),
    text: `The outcome of the expression ${quote(
      expression,
    )} cannot be told here: it needs more than the attributes of the event, or too much work.`,
  };
}

/** An expression with the same outcome for every event of the type. */
export function decidedExpression(
  expression: string,
  isTrue: boolean,
): MatchReason {
  return {
    code: isTrue ? 'expressionIsTrue' : 'expressionIsFalse',
    expression: shorten(expression),
    text: `The expression ${quote(expression)} is ${
      isTrue ? 'true for every event' : 'not true for any event'
    } of this type.`,
  };
}

/** Nothing in particular is wrong with the events: none ever passes. */
export function passesNothing(): MatchReason {
  return {
    code: 'filterPassesNothing',
    text: 'The filter lets no event pass, whatever is in it.',
  };
}

function inWords({ test, attribute, wanted }: AttributeCondition): string {
  const name = quote(attribute);
  switch (test) {
    case 'exact':
      return `${name} is ${quote(wanted)}`;
    case 'prefix':
      return `${name} starts with ${quote(wanted)}`;
    case 'suffix':
      return `${name} ends with ${quote(wanted)}`;
    default:
      return `${name} is there and not empty`;
  }
}

type Aspect = AttributeCondition['test'] | 'value';

function stateOf(
  attribute: string,
  { declared, always, value }: AttributeKnowledge,
  aspect: Aspect,
): Pick<MatchReason, 'code' | 'text'> {
  if (value.kind === 'template' && aspect !== 'nonEmpty') {
    const variables = value.template.variables.map(name => quote(`{${name}}`));
    return {
      code: 'attributeHasVariables',
      text: `the event type declares ${quote(
        value.text,
      )}, which leaves ${variables.join(', ')} open`,
    };
  }
  if (value.kind === 'any' && value.rewritten && aspect !== 'nonEmpty') {
    return {
      code: 'attributeRewritten',
      text: `the event type declares ${quote(
        value.rewritten,
      )}, which this class of broker may read in another spelling`,
    };
  }
  if (value.kind === 'any' && value.unreadable && aspect !== 'nonEmpty') {
    return {
      code: 'attributeHasVariables',
      text: `the event type declares ${quote(
        value.unreadable,
      )}, whose braces do not name a variable, so that nothing is known of the value`,
    };
  }
  if (declared && !always && (value.kind !== 'any' || aspect === 'nonEmpty')) {
    return {
      code: 'attributeOptional',
      text: `events of this type may come without ${quote(attribute)}`,
    };
  }
  return {
    code: 'attributeNotDeclared',
    text:
      aspect === 'nonEmpty'
        ? 'the event type does not declare that'
        : `the event type does not declare the value of ${quote(attribute)}`,
  };
}

function fact(attribute: string, { value }: AttributeKnowledge): string {
  if (!isAttributeName(attribute)) {
    return 'no event can have an attribute of that name';
  }
  switch (value.kind) {
    case 'exact':
    case 'template':
      return `in events of this type it is ${quote(value.text)}`;
    default:
      return `${quote(attribute)} decides that for every event of this type`;
  }
}
