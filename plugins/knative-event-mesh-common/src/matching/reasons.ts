import type { MatchReason } from '../contract';
import type { AttributeKnowledge } from './attributeKnowledge';

/** Longest piece of cluster data that a sentence repeats, in characters. */
const LONGEST_QUOTE = 120;

/** Why it is undecided whether an attribute has the value that a filter asks for. */
export function undecidedValue(
  attribute: string,
  wanted: string,
  { value }: AttributeKnowledge,
): MatchReason {
  const condition = `Only events whose ${quote(attribute)} is ${quote(
    wanted,
  )} pass`;
  switch (value.kind) {
    case 'template':
      return {
        code: 'attributeHasVariables',
        attribute,
        text: `${condition}; the event type declares ${quote(
          value.text,
        )}, so it depends on ${value.template.variables
          .map(name => quote(`{${name}}`))
          .join(', ')}.`,
      };
    case 'exact':
      return {
        code: 'attributeOptional',
        attribute,
        text: `${condition}; events of this type may come without ${quote(
          attribute,
        )}.`,
      };
    default:
      return {
        code: 'attributeNotDeclared',
        attribute,
        text: `${condition}; the event type does not declare the value of ${quote(
          attribute,
        )}.`,
      };
  }
}

/** Why it is undecided whether an attribute is present and not empty. */
export function undecidedPresence(
  attribute: string,
  { declared, always }: AttributeKnowledge,
): MatchReason {
  const condition = `Only events that carry ${quote(attribute)} pass`;
  return declared && !always
    ? {
        code: 'attributeOptional',
        attribute,
        text: `${condition}; events of this type may come without it.`,
      }
    : {
        code: 'attributeNotDeclared',
        attribute,
        text: `${condition}; the event type does not declare that its events do.`,
      };
}

/** Why an empty value is undecided on a class that does not say what it means. */
export function undecidedEmptyValue(attribute: string): MatchReason {
  return {
    code: 'brokerClassesDiffer',
    attribute,
    text: `The filter gives ${quote(
      attribute,
    )} an empty value; what this broker's class makes of that is not documented.`,
  };
}

/** Why the verdict depends on the class of the broker, which is not known. */
export function differingClasses(emptyAttributes: string[]): MatchReason {
  const attributes = emptyAttributes.map(quote).join(', ');
  return {
    code: 'brokerClassesDiffer',
    text: `The class of this broker is not known: an MTChannelBasedBroker passes only events that carry ${attributes}, a Kafka broker passes events without it too.`,
  };
}

/** Why nothing is said about a Trigger with `spec.filters`. */
export function filtersNotEvaluated(): MatchReason {
  return {
    code: 'filtersNotEvaluated',
    text: 'The trigger has `filters`, which this version does not evaluate: its events may pass or not.',
  };
}

function quote(text: string): string {
  return text.length > LONGEST_QUOTE
    ? `\`${text.slice(0, LONGEST_QUOTE)}…\``
    : `\`${text}\``;
}
