import type { Sender } from 'backstage-plugin-knative-event-mesh-common';

/** How something sends to the object of a page, in a sentence. */
export function describeSending({ as, reference }: Sender): string {
  switch (as) {
    case 'source':
      return 'Sends to it.';
    case 'subscriber':
      return 'Delivers to it.';
    case 'reply':
      return ['Trigger', 'Subscription'].includes(reference.kind)
        ? 'Sends to it what its subscriber answers.'
        : 'Sends to it what comes out.';
    default:
      return 'Sends to it what cannot be delivered.';
  }
}
