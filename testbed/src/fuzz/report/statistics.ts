import type { Examination, LeftOpen } from '../verdicts/examine';
import { opennesses } from '../verdicts/openness';

const verdicts = ['yes', 'no', 'maybe'] as const;
type Verdict = (typeof verdicts)[number];

/** What a run has seen. */
export interface Statistics {
  /** Cases with an event that a broker has accepted. */
  cases: number;
  /** Cases for which no event was found, or none that a broker accepts. */
  casesWithoutEvent: number;
  /** Events times engines. */
  outcomes: {
    delivered: number;
    notDelivered: number;
    panicked: number;
    refused: number;
  };
  casesWithDelivered: number;
  casesWithNotDelivered: number;
  /** How often each verdict was given, by what was left open. */
  verdicts: Record<LeftOpen, Record<Verdict, number>>;
  /** In how many cases with `maybe` a reason of this code was given. */
  reasons: Map<string, number>;
  /** `maybe` where everything that counts is known, by what excuses it. */
  needlessMaybes: Record<NonNullable<Examination['needlessMaybe']>, number>;
}

/** What can be left open, as it is reported. */
export const allLeftOpen: readonly LeftOpen[] = [...opennesses, 'broker'];

export function emptyStatistics(): Statistics {
  const none = () => ({ yes: 0, no: 0, maybe: 0 });
  return {
    cases: 0,
    casesWithoutEvent: 0,
    outcomes: { delivered: 0, notDelivered: 0, panicked: 0, refused: 0 },
    casesWithDelivered: 0,
    casesWithNotDelivered: 0,
    verdicts: Object.fromEntries(
      allLeftOpen.map(leftOpen => [leftOpen, none()]),
    ) as Statistics['verdicts'],
    reasons: new Map(),
    needlessMaybes: {
      'no excuse': 0,
      'history decides': 0,
      'refused by the webhook': 0,
    },
  };
}

/** Counts a case in. */
export function count(
  statistics: Statistics,
  { verdict, answers, leftOpen, needlessMaybe }: Examination,
): void {
  statistics.verdicts[leftOpen][verdict.match] += 1;
  if (needlessMaybe) {
    statistics.needlessMaybes[needlessMaybe] += 1;
  }
  if (verdict.match === 'maybe') {
    for (const code of new Set(verdict.reasons.map(reason => reason.code))) {
      statistics.reasons.set(code, (statistics.reasons.get(code) ?? 0) + 1);
    }
  }
  const { outcomes } = statistics;
  const before = { ...outcomes };
  for (const outcome of answers.flatMap(answer => answer.outcomes)) {
    switch (outcome) {
      case 'D':
        outcomes.delivered += 1;
        break;
      case 'N':
        outcomes.notDelivered += 1;
        break;
      case 'P':
        outcomes.panicked += 1;
        break;
      default:
        outcomes.refused += 1;
    }
  }
  const hasDelivered = outcomes.delivered > before.delivered;
  const hasNotDelivered =
    outcomes.notDelivered + outcomes.panicked >
    before.notDelivered + before.panicked;
  statistics.cases += hasDelivered || hasNotDelivered ? 1 : 0;
  statistics.casesWithoutEvent += hasDelivered || hasNotDelivered ? 0 : 1;
  statistics.casesWithDelivered += hasDelivered ? 1 : 0;
  statistics.casesWithNotDelivered += hasNotDelivered ? 1 : 0;
}
