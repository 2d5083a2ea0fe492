/**
 * An answer as upstream's service gives it, by its source: `null` for what is
 * empty, consumers as often as triggers name them, event types of other
 * namespaces for a source, and nothing that we have added to the contract.
 */
export const upstreamAnswer = {
  eventTypes: [
    {
      name: 'payment-received',
      namespace: 'payments',
      type: 'com.example.payments.received.v1',
      uid: '0c2a4ad5-6f4b-4f0e-a9a0-4a2c0b7f3d11',
      description: 'A payment has arrived.',
      schemaData: '{"type":"object"}',
      labels: null,
      annotations: null,
      reference: {
        group: 'eventing.knative.dev',
        kind: 'Broker',
        namespace: 'payments',
        name: 'payments',
      },
      consumedBy: ['receipt-mailer', 'orders', 'receipt-mailer', 'nobody'],
    },
    {
      name: 'payment-refused',
      namespace: 'payments',
      type: 'com.example.payments.refused.v1',
      uid: '0c2a4ad5-6f4b-4f0e-a9a0-4a2c0b7f3d12',
      labels: { 'example.com/team': 'payments' },
      annotations: null,
      reference: {
        group: 'eventing.knative.dev',
        kind: 'Broker',
        namespace: 'payments',
        name: 'payments',
      },
      consumedBy: null,
    },
    {
      name: 'tick',
      namespace: 'clock',
      type: 'dev.knative.sources.ping',
      uid: '0c2a4ad5-6f4b-4f0e-a9a0-4a2c0b7f3d13',
      labels: null,
      annotations: null,
      consumedBy: null,
    },
  ],
  brokers: [
    {
      name: 'payments',
      namespace: 'payments',
      uid: '0c2a4ad5-6f4b-4f0e-a9a0-4a2c0b7f3d14',
      labels: null,
      annotations: {
        'eventing.knative.dev/broker.class': 'MTChannelBasedBroker',
      },
      providedEventTypes: [
        'payments/payment-received',
        'payments/payment-refused',
      ],
    },
    {
      name: 'idle',
      namespace: 'payments',
      uid: '0c2a4ad5-6f4b-4f0e-a9a0-4a2c0b7f3d15',
      labels: null,
      annotations: null,
      providedEventTypes: null,
    },
  ],
  subscribables: null,
  sources: [
    {
      name: 'every-minute',
      namespace: 'payments',
      uid: '0c2a4ad5-6f4b-4f0e-a9a0-4a2c0b7f3d16',
      group: 'sources.knative.dev',
      kind: 'PingSource',
      labels: null,
      annotations: null,
      sink: {
        group: 'eventing.knative.dev',
        kind: 'Broker',
        namespace: 'payments',
        name: 'payments',
      },
      providedEventTypes: ['clock/tick'],
      providedEventTypeTypes: ['dev.knative.sources.ping'],
    },
  ],
};
