import type { LeftOpen } from '../verdicts/examine';
import { allLeftOpen, type Statistics } from './statistics';

/** In how many of all cases each outcome has to occur, at least. */
export const leastShare = 0.3;

const titles: Record<LeftOpen, string> = {
  exact: 'nothing: all values are declared',
  spelling: 'how a broker spells a declared value',
  template: 'variables in declared values',
  optional: 'whether a declared value is there',
  present: 'a value of which only the presence is declared',
  undeclared: 'an attribute that is not declared',
  broker: "the broker's class or the version of Knative",
};

/** Whether both outcomes occur often enough for the run to say something. */
export function isBalanced(statistics: Statistics): boolean {
  const { cases, casesWithDelivered, casesWithNotDelivered } = statistics;
  return (
    casesWithDelivered >= leastShare * cases &&
    casesWithNotDelivered >= leastShare * cases
  );
}

/** What a run has seen, for a reader. */
export function describeRun(statistics: Statistics): string {
  const { cases, casesWithoutEvent, outcomes, needlessMaybes } = statistics;
  const answers =
    outcomes.delivered + outcomes.notDelivered + outcomes.panicked;
  const total = allLeftOpen
    .map(leftOpen => statistics.verdicts[leftOpen])
    .reduce((sum, { yes, no, maybe }) => ({
      yes: sum.yes + yes,
      no: sum.no + no,
      maybe: sum.maybe + maybe,
    }));
  return [
    `cases            ${cases} with events, ${casesWithoutEvent} without any that a broker accepts`,
    `engines' answers ${answers}, ${share(
      outcomes.delivered,
      answers,
    )} delivered, ${share(
      outcomes.panicked,
      answers,
    )} lost to a panic or an exception; ${outcomes.refused} events refused`,
    `cases with       ${share(
      statistics.casesWithDelivered,
      cases,
    )} a delivered event, ${share(
      statistics.casesWithNotDelivered,
      cases,
    )} an undelivered one`,
    '',
    row('what is left open, at most', 'cases', 'yes', 'no', 'maybe'),
    ...allLeftOpen.map(leftOpen =>
      verdictRow(titles[leftOpen], statistics.verdicts[leftOpen]),
    ),
    verdictRow('all', total),
    '',
    'reasons given for maybe, in cases:',
    ...[...statistics.reasons]
      .sort(([, a], [, b]) => b - a)
      .map(
        ([code, count]) =>
          `  ${code.padEnd(32)}${String(count).padStart(9)}  ${share(
            count,
            total.maybe,
          )}`,
      ),
    '',
    `maybe although nothing is left open: ${needlessMaybes['no excuse']}`,
    `… for filters whose answer changes with what they have seen: ${needlessMaybes['history decides']}`,
    `… for filters that Knative's webhook refuses: ${needlessMaybes['refused by the webhook']}`,
  ].join('\n');
}

function verdictRow(
  title: string,
  { yes, no, maybe }: { yes: number; no: number; maybe: number },
): string {
  const all = yes + no + maybe;
  return row(
    title,
    String(all),
    share(yes, all),
    share(no, all),
    share(maybe, all),
  );
}

function row(title: string, ...cells: string[]): string {
  return `  ${title.padEnd(48)}${cells.map(cell => cell.padStart(9)).join('')}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
