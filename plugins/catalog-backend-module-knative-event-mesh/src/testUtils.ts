import type {
  Broker,
  EventMesh,
  EventPolicy,
  EventType,
  Flow,
  Sink,
  Source,
  Subscribable,
  Subscription,
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

/** The Channel `payments/orders`. */
export function channel(overrides: Partial<Subscribable> = {}): Subscribable {
  return {
    ...object('orders', 'c1'),
    group: 'messaging.knative.dev',
    kind: 'Channel',
    providedEventTypes: [],
    ...overrides,
  };
}

/** A Subscription of the Channel `payments/orders` to the Service `fraud-detector`. */
export function subscription(
  overrides: Partial<Subscription> = {},
): Subscription {
  return {
    ...object('check', 's1'),
    channel: meshReference('messaging.knative.dev', 'Channel', 'orders'),
    subscriber: trigger().subscriber,
    ...overrides,
  };
}

/** A PingSource that sends to the broker `payments/default`. */
export function source(overrides: Partial<Source> = {}): Source {
  const reference = meshReference('eventing.knative.dev', 'Broker', 'default');
  return {
    ...object('clock', 'p1'),
    group: 'sources.knative.dev',
    kind: 'PingSource',
    sink: reference,
    destination: { reference, found: 'yes' },
    providedEventTypes: [],
    providedEventTypeTypes: [],
    emissions: [],
    mayEmitOthers: false,
    ...overrides,
  };
}

/** The JobSink `payments/archive`. */
export function sink(overrides: Partial<Sink> = {}): Sink {
  return {
    ...object('archive', 'k1'),
    group: 'sinks.knative.dev',
    kind: 'JobSink',
    ...overrides,
  };
}

/** The Sequence `payments/screening` with the Service `fraud-detector` as its step. */
export function flow(overrides: Partial<Flow> = {}): Flow {
  return {
    ...object('screening', 'f1'),
    group: 'flows.knative.dev',
    kind: 'Sequence',
    steps: [{ subscriber: trigger().subscriber }],
    ...overrides,
  };
}

/** The EventPolicy `payments/only-us` about the broker `payments/default`. */
export function policy(overrides: Partial<EventPolicy> = {}): EventPolicy {
  return {
    ...object('only-us', 'y1'),
    to: [{ group: 'eventing.knative.dev', kind: 'Broker', name: 'default' }],
    from: [],
    subjects: ['system:serviceaccount:payments:*'],
    ...overrides,
  };
}

/** An object in the namespace `payments`. */
export function meshReference(group: string, kind: string, name: string) {
  return { group, kind, namespace: 'payments', name };
}

function object(name: string, uid: string) {
  return { name, namespace: 'payments', uid, labels: {}, annotations: {} };
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
    subscriptions: [],
    sinks: [],
    flows: [],
    policies: [],
    findings: [],
    omitted: [],
    ...overrides,
  };
}
