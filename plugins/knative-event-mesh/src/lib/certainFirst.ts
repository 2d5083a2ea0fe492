import type { EventConsumer } from 'backstage-plugin-knative-event-mesh-common';

/** What is certain before what is only possible, otherwise as it was. */
export function certainFirst<T extends Pick<EventConsumer, 'match'>>(
  items: T[],
): T[] {
  return [
    ...items.filter(({ match }) => match === 'yes'),
    ...items.filter(({ match }) => match !== 'yes'),
  ];
}
