import type { EventConsumer } from 'backstage-plugin-knative-event-mesh-common';
import { countOf } from './countOf';

/**
 * `3 consumers, 2 possible`: an undecided match is never counted as a
 * consumer or producer.
 *
 * @param noun - what is counted, in the singular; its plural ends with `s`
 */
export function countMatches(
  noun: string,
  matches: Pick<EventConsumer, 'match'>[],
): string {
  const certain = matches.filter(({ match }) => match === 'yes').length;
  const possible = matches.length - certain;
  const words = countOf(certain, noun);
  return possible === 0 ? words : `${words}, ${possible} possible`;
}
