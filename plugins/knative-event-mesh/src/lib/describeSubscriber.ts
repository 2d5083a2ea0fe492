import type { SubscriberSummary } from 'backstage-plugin-knative-event-mesh-common';

/** What a trigger delivers to, in words: `Service payments/ledger` or a URI. */
export function describeSubscriber(subscriber: SubscriberSummary): string {
  const { reference, uri } = subscriber;
  if (reference) {
    const object = `${reference.kind} ${reference.namespace}/${reference.name}`;
    return uri ? `${object}, path ${uri}` : object;
  }
  return uri ?? 'no subscriber';
}
