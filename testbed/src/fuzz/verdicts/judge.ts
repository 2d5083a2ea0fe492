import {
  attributesOfEventType,
  knowledgeOfEventType,
  prepareTrigger,
  type EventTypeDeclaration,
  type TriggerMatch,
} from 'backstage-plugin-knative-event-mesh-common';
import type { EngineAnswer, KnativeEngines } from '../engines/knativeEngines';
import type { FuzzCase, TriggerFilters } from '../fuzzCase';

/** What the code under test says, and what Knative does. */
export interface Judgement {
  verdict: TriggerMatch;
  /** All ways in which it can go, as far as class and version are not known. */
  answers: readonly EngineAnswer[];
  /** Why Knative's webhook refuses the trigger, if that was asked. */
  invalid?: string;
  /** The first event that shows the verdict wrong. */
  wrong?: { event: number; engine: string; outcome: string };
}

/** The code under test has thrown or disagrees with itself. */
export class ThrownVerdict extends Error {}

/**
 * What the code under test says, in the way that the service asks it: about one
 * event type after the other.
 *
 * @throws ThrownVerdict
 */
export function verdictOf(fuzzCase: FuzzCase): TriggerMatch {
  const { eventType, askedBefore, trigger } = fuzzCase;
  const { brokerClass, isKnativeAtLeast115 } = fuzzCase;
  try {
    const prepared = prepareTrigger({
      ...trigger,
      brokerClass,
      isKnativeAtLeast115,
    });
    const knowledgeOf = (declaration: EventTypeDeclaration) =>
      knowledgeOfEventType(attributesOfEventType(declaration));
    askedBefore.forEach(other => prepared.match(knowledgeOf(other)));
    const knowledge = knowledgeOf(eventType);
    const given = prepared.match(knowledge);
    const short = prepared.verdictOn(knowledge);
    if (short !== given.match) {
      throw new Error(`verdictOn says ${short}, match says ${given.match}`);
    }
    return given;
  } catch (cause) {
    throw new ThrownVerdict('The matching code has failed', { cause });
  }
}

/** Asks Knative whether a verdict is true. */
export async function judge(
  fuzzCase: FuzzCase,
  verdict: TriggerMatch,
  engines: KnativeEngines,
  options: { wantsValidation?: boolean } = {},
): Promise<Judgement> {
  const given = await Promise.all(
    possibleTriggers(fuzzCase).map((trigger, index) =>
      engines.ask({
        trigger,
        events: fuzzCase.events,
        earlier: fuzzCase.earlier,
        engines: enginesOf(fuzzCase.brokerClass),
        wantsValidation: index === 0 && options.wantsValidation === true,
      }),
    ),
  );
  const answers = given.flatMap((one, index) =>
    one.answers.map(({ engine, outcomes }) => ({
      engine: index === 0 ? engine : `${engine}, which ignores filters`,
      outcomes,
    })),
  );
  return {
    verdict,
    answers,
    invalid: given[0].invalid,
    wrong: firstWrong(verdict.match, answers),
  };
}

/** Knative before 1.15 can be configured to ignore `filters` (knative.md 3.2). */
function possibleTriggers({
  trigger,
  isKnativeAtLeast115,
}: FuzzCase): TriggerFilters[] {
  return trigger.filters?.length && !isKnativeAtLeast115
    ? [trigger, { filter: trigger.filter }]
    : [trigger];
}

function enginesOf(brokerClass: string | undefined) {
  switch (brokerClass) {
    case 'MTChannelBasedBroker':
      return ['multiTenant'] as const;
    case 'Kafka':
    case 'KafkaNamespaced':
      return ['kafka'] as const;
    default:
      return ['multiTenant', 'kafka'] as const;
  }
}

/** The first event that shows a verdict wrong, if one does. */
export function firstWrong(
  match: TriggerMatch['match'],
  answers: readonly EngineAnswer[],
): Judgement['wrong'] {
  for (const { engine, outcomes } of answers) {
    const event = outcomes.findIndex(
      outcome => outcome !== 'R' && contradicts(match, outcome === 'D'),
    );
    if (event >= 0) {
      return { event, engine, outcome: outcomes[event] };
    }
  }
  return undefined;
}

function contradicts(
  match: TriggerMatch['match'],
  isDelivered: boolean,
): boolean {
  return isDelivered ? match === 'no' : match === 'yes';
}
