import type { ParseError } from 'cesql';
import type { MatchReason } from '../contract';
import {
  GREATEST_DEPTH,
  MOST_CONDITIONS,
  type FilterProblem,
} from './filterElement';
import { quote, shorten } from './quote';
import type { TriggerMatch } from './triggerMatch';

/** An empty value in a filter is left out by the engine. */
export function skippedValue(brokerClass: string, place: string): MatchReason {
  return {
    code: 'filterSkipped',
    text: `An empty value in \`${place}\` asks for nothing: brokers of class ${brokerClass} leave it out.`,
  };
}

/** An element of `filters` has nothing in it. */
export function emptyElement(
  brokerClass: string,
  effect: 'leave it out' | 'let every event pass it',
): MatchReason {
  return {
    code: 'filterSkipped',
    text: `An element of \`filters\` without content asks for nothing: brokers of class ${brokerClass} ${effect}.`,
  };
}

/** The class of the broker does not know `spec.filters`. */
export function ignoredFilters(brokerClass: string): MatchReason {
  return {
    code: 'filtersIgnored',
    text: `Brokers of class ${brokerClass} ignore \`filters\`; only \`filter\` counts.`,
  };
}

/** Nobody says what an empty value asks for on this class. */
export function undocumentedEmptyValue(attribute: string): MatchReason {
  return {
    code: 'brokerClassesDiffer',
    attribute,
    text: `The filter gives ${quote(
      attribute,
    )} an empty value; what this broker's class makes of that is not documented.`,
  };
}

/** An expression that is not CloudEvents SQL, or too long or too deep. */
export function unreadableExpression(
  text: string,
  { reason, line, column, message }: ParseError,
): MatchReason {
  return reason === 'syntax'
    ? {
        code: 'expressionInvalid',
        expression: shorten(text),
        text: `The expression ${quote(
          text,
        )} is not valid (line ${line}, column ${column}): ${message} Brokers do not agree on what that means.`,
      }
    : {
        code: 'expressionNotEvaluated',
        expression: shorten(text),
        text: `The expression ${quote(text)} is not evaluated here: ${message}`,
      };
}

/** The filters are not in a form that can be evaluated. */
export function unreadableFilters(problem: FilterProblem): MatchReason {
  return problem === 'tooLarge'
    ? {
        code: 'filterNotEvaluated',
        text: `The \`filters\` have more than ${MOST_CONDITIONS} conditions or more than ${GREATEST_DEPTH} levels, and are not evaluated here: events may pass or not.`,
      }
    : {
        code: 'filterMalformed',
        text: 'The `filters` are not of the form that Knative defines: events may pass or not.',
      };
}

/** There are more reasons than are listed. */
export function moreReasons(count: number): MatchReason {
  return {
    code: 'moreReasons',
    text: `There are ${count} more reasons like these.`,
  };
}

/** The order in which an engine asks filters changes with the events it sees. */
export function learntOrder(): MatchReason {
  return {
    code: 'filterOrder',
    text: 'The filter combines elements without content with others; what brokers of class MTChannelBasedBroker make of that changes with the events they have seen.',
  };
}

const outcomes = {
  yes: 'pass',
  no: 'do not pass',
  maybe: 'may pass',
} as const;

/** The verdict depends on the class of the broker, which is not known. */
export function differingClasses(
  verdicts: readonly {
    brokerClass: string;
    match: TriggerMatch['match'];
  }[],
): MatchReason {
  const parts = verdicts.map(
    ({ brokerClass, match }) => `${outcomes[match]} on ${brokerClass}`,
  );
  return {
    code: 'brokerClassesDiffer',
    text: `The class of this broker is not known: events ${parts.join(', ')}.`,
  };
}

/** A reason that holds only in one of several cases. */
export function onlyIf(circumstance: string, reason: MatchReason): MatchReason {
  return { ...reason, text: `${circumstance}: ${reason.text}` };
}

/** The verdict depends on the version of Knative, which is not known. */
export function differingVersions(): MatchReason {
  return {
    code: 'knativeVersionNotKnown',
    text: 'This cluster may have a version of Knative before 1.15, in which `filters` can be switched off and expressions are read in another way.',
  };
}
