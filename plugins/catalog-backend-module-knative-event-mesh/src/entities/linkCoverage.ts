import type { OutgoingLink } from 'backstage-plugin-knative-event-mesh-common';
import { objectKey } from './names';

/** How many of the subscribers are linked; each counts once, whatever it receives. */
export function coverLinks(items: Iterable<OutgoingLink>) {
  const linkedBySubscriber = new Map<string, boolean>();
  for (const { subscriber, link } of items) {
    if (link.state !== 'noSubscriber') {
      const { reference, uri } = subscriber;
      linkedBySubscriber.set(
        reference ? objectKey(reference) : JSON.stringify(uri),
        link.state === 'linked',
      );
    }
  }
  const states = [...linkedBySubscriber.values()];
  return {
    linked: states.filter(isLinked => isLinked).length,
    total: states.length,
  };
}
