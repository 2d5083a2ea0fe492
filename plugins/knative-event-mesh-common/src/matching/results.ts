/**
 * What a filter can do with an event, as a set of bits:
 *
 * - `PASSES`, `FAILS`: the two answers that a filter is meant to give.
 * - `SKIPPED`: MTChannelBasedBroker's third answer, `NoFilter`, of filters with
 *   nothing in them. The event is delivered, but `not` does not turn it round
 *   (eventing pkg/eventfilter/filter.go, subscriptionsapi/not_filter.go).
 * - `BREAKS`: the filter ends with a panic or an exception, which no filter
 *   around it turns round; the event is not delivered.
 */
export type Results = number;

export const PASSES = 1;
export const FAILS = 2;
export const SKIPPED = 4;
export const BREAKS = 8;

/** Nothing is known. */
export const ANYTHING = PASSES | FAILS | SKIPPED | BREAKS;

const DELIVERS = PASSES | SKIPPED;

/** Whether one of the given results is possible. */
export function has(results: Results, some: Results): boolean {
  return (results & some) !== 0;
}

/** What the results mean for the delivery of all events that they stand for. */
export function verdictOf(results: Results): 'yes' | 'no' | 'maybe' {
  if (!has(results, FAILS | BREAKS)) {
    return 'yes';
  }
  return has(results, DELIVERS) ? 'maybe' : 'no';
}

/** Turns passing and failing round. */
export function negated(results: Results): Results {
  return (
    (results & (SKIPPED | BREAKS)) |
    (has(results, PASSES) ? FAILS : 0) |
    (has(results, FAILS) ? PASSES : 0)
  );
}

/** Which result ends a list of filters before its last one is asked. */
const decisive = { all: FAILS, any: PASSES } as const;

/**
 * A list whose filters are asked in the given order until one decides. If none
 * does, the answer is that of the last one, not that of the list.
 */
export function inOrder(
  kind: 'all' | 'any',
  elements: readonly Results[],
): Results {
  const ending = decisive[kind] | BREAKS;
  let ended: Results = 0;
  let last: Results = SKIPPED;
  for (const results of elements) {
    ended |= results & ending;
    last = results & ~ending;
    if (!last) {
      return ended;
    }
  }
  return ended | last;
}

/** The same list for every order of its filters. */
export function inAnyOrder(
  kind: 'all' | 'any',
  elements: readonly Results[],
): Results {
  const ending = decisive[kind] | BREAKS;
  const together = elements.reduce((sum, results) => sum | results, 0);
  const canEndWithLast = elements.every(results => has(results, ~ending));
  return elements.length === 0
    ? SKIPPED
    : (together & ending) | (canEndWithLast ? together & ~ending : 0);
}
