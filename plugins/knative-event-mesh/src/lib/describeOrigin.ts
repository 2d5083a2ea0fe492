import type { DeliveryOrigin } from 'backstage-plugin-knative-event-mesh-common';

/** Where a setting is inherited from; undefined if the object itself states it. */
export function describeOrigin(from?: DeliveryOrigin): string | undefined {
  return from === undefined || from === 'own'
    ? undefined
    : `set on the ${from}`;
}
