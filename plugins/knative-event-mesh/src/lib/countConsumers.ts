import type { EventConsumer } from 'backstage-plugin-knative-event-mesh-common';

/**
 * `3 consumers, 2 possible`: an undecided match is never counted as a
 * consumer.
 */
export function countConsumers(
  consumers: Pick<EventConsumer, 'match'>[],
): string {
  const certain = consumers.filter(({ match }) => match === 'yes').length;
  const possible = consumers.length - certain;
  const words = `${certain === 0 ? 'No' : certain} ${
    certain === 1 ? 'consumer' : 'consumers'
  }`;
  return possible === 0 ? words : `${words}, ${possible} possible`;
}
