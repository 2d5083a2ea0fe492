import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';

/** The API group of Broker, EventType and Trigger. */
export const EVENTING_GROUP = 'eventing.knative.dev';

/** The three kinds without which there is no event mesh. */
export const meshKinds = ['Broker', 'EventType', 'Trigger'] as const;

export type MeshKind = (typeof meshKinds)[number];

/** Whether a reference is to a Broker. */
export function isBroker(
  reference: ObjectReference | undefined,
): reference is ObjectReference {
  return reference?.group === EVENTING_GROUP && reference.kind === 'Broker';
}
