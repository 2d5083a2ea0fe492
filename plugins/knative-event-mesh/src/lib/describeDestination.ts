import type { DestinationSummary } from 'backstage-plugin-knative-event-mesh-common';
import { describeReference } from './describeReference';

/** What events are delivered to, in words: `Service payments/ledger` or a URI. */
export function describeDestination(destination: DestinationSummary): string {
  const { reference, uri } = destination;
  if (reference) {
    const object = describeReference(reference);
    return uri ? `${object}, path ${uri}` : object;
  }
  return uri ?? 'no subscriber';
}
