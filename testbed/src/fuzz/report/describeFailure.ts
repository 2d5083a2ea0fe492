import { stringify } from 'yaml';
import type { FuzzCase } from '../fuzzCase';
import type { Examination } from '../verdicts/examine';

const outcomeNames = {
  D: 'yes',
  N: 'no',
  P: 'no (panic or exception)',
  R: 'refused',
};

/** A case and what is made of it, for a reader. */
export function describeCase(
  {
    eventType,
    askedBefore,
    trigger,
    brokerClass,
    isKnativeAtLeast115,
    events,
    earlier,
  }: FuzzCase,
  examination: Examination | undefined,
): string {
  const { filter, filters } = trigger;
  return stringify(
    defined({
      eventType: defined({ ...eventType }),
      ...(askedBefore.length > 0 && { askedBefore }),
      trigger: defined({ filter, filters }),
      brokerClass: brokerClass ?? 'not known',
      knative: isKnativeAtLeast115 ? '1.15 or later' : 'not known',
      events: events.map(asSent),
      ...(earlier.length > 0 && { earlierEvents: earlier.map(asSent) }),
      ...(examination
        ? {
            verdict: examination.verdict.match,
            reasons: examination.verdict.reasons.map(
              ({ code, text }) => `${code}: ${text}`,
            ),
            knativeDelivers: Object.fromEntries(
              examination.answers.map(({ engine, outcomes }) => [
                engine,
                outcomes.map(outcome => outcomeNames[outcome]).join(', '),
              ]),
            ),
            ...(examination.invalid && {
              webhookRefuses: examination.invalid,
            }),
          }
        : { verdict: 'an exception' }),
    }),
    { lineWidth: 0 },
  );
}

function asSent({ mode, attributes }: FuzzCase['events'][number]) {
  return { [mode]: attributes };
}

/** YAML without what is not there. */
function defined<T extends object>(record: T): Partial<T> {
  return JSON.parse(JSON.stringify(record)) as Partial<T>;
}
