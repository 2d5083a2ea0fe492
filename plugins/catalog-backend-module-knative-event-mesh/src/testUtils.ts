import type {
  Broker,
  EventMesh,
  EventType,
  Trigger,
} from 'backstage-plugin-knative-event-mesh-common';

/** An event type of the broker `payments/default`. */
export function eventType(overrides: Partial<EventType> = {}): EventType {
  return {
    name: 'payment-received',
    namespace: 'payments',
    type: 'com.example.payment.received',
    uid: 'a1',
    labels: {},
    annotations: {},
    reference: {
      group: 'eventing.knative.dev',
      kind: 'Broker',
      namespace: 'payments',
      name: 'default',
    },
    consumedBy: [],
    consumers: [],
    ...overrides,
  };
}

/** The broker `payments/default`. */
export function broker(overrides: Partial<Broker> = {}): Broker {
  return {
    name: 'default',
    namespace: 'payments',
    uid: 'b1',
    labels: {},
    annotations: {},
    providedEventTypes: ['payments/payment-received'],
    brokerClass: 'MTChannelBasedBroker',
    address: 'http://broker-ingress.knative-eventing.svc/payments/default',
    ...overrides,
  };
}

/** A trigger of the broker `payments/default` to the Service `fraud-detector`. */
export function trigger(overrides: Partial<Trigger> = {}): Trigger {
  return {
    name: 'fraud',
    namespace: 'payments',
    uid: 't1',
    labels: {},
    annotations: {},
    broker: { namespace: 'payments', name: 'default' },
    filter: { type: 'com.example.payment.received' },
    subscriber: {
      reference: {
        group: '',
        kind: 'Service',
        namespace: 'payments',
        name: 'fraud-detector',
      },
      kubernetesId: 'fraud-detector',
      found: 'yes',
    },
    ...overrides,
  };
}

/** A pointer from an event type to a trigger. */
export function via(
  name = 'fraud',
  overrides: Partial<NonNullable<EventType['consumers']>[number]> = {},
): NonNullable<EventType['consumers']>[number] {
  return {
    via: { kind: 'Trigger', namespace: 'payments', name },
    match: 'yes',
    reasons: [],
    ...overrides,
  };
}

/** One event type, received by one subscriber. */
export function eventMesh(overrides: Partial<EventMesh> = {}): EventMesh {
  return {
    serviceVersion: '0.1.0',
    eventTypes: [
      eventType({ consumers: [via()], consumedBy: ['fraud-detector'] }),
    ],
    brokers: [broker()],
    subscribables: [],
    sources: [],
    triggers: [trigger()],
    findings: [],
    omitted: [],
    ...overrides,
  };
}
