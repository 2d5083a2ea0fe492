import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';

/** The API group of Broker, EventType and Trigger. */
export const EVENTING_GROUP = 'eventing.knative.dev';

/** The API group of channels and Subscriptions. */
export const MESSAGING_GROUP = 'messaging.knative.dev';

/** A kind of any API group. */
export interface GroupKind {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
}

export const BROKER: GroupKind = { group: EVENTING_GROUP, kind: 'Broker' };
export const EVENT_TYPE: GroupKind = {
  group: EVENTING_GROUP,
  kind: 'EventType',
};
export const TRIGGER: GroupKind = { group: EVENTING_GROUP, kind: 'Trigger' };
export const SUBSCRIPTION: GroupKind = {
  group: MESSAGING_GROUP,
  kind: 'Subscription',
};

export const EVENT_POLICY: GroupKind = {
  group: EVENTING_GROUP,
  kind: 'EventPolicy',
};

/** A Service of Kubernetes. */
export const SERVICE: GroupKind = { group: '', kind: 'Service' };

/** A Service of Knative Serving. */
export const KNATIVE_SERVICE: GroupKind = {
  group: 'serving.knative.dev',
  kind: 'Service',
};

/** The three kinds without which there is no event mesh. */
export const meshKinds = ['Broker', 'EventType', 'Trigger'] as const;

export type MeshKind = (typeof meshKinds)[number];

/** Whether something is of a kind. */
export function isOfKind(
  { group, kind }: GroupKind,
  wanted: GroupKind,
): boolean {
  return group === wanted.group && kind === wanted.kind;
}

/** Whether a reference is to a Broker. */
export function isBroker(
  reference: ObjectReference | undefined,
): reference is ObjectReference {
  return reference !== undefined && isOfKind(reference, BROKER);
}
