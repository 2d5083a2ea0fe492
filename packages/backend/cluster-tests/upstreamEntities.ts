import type { Entity } from '@backstage/catalog-model';

/** An event type of the demo mesh, as far as upstream's provider shows it. */
interface EventTypeShown {
  type: string;
  description: string;
  schemaUrl?: string;
  /** True if the definition is the schema that Kubernetes holds. */
  hasSchema?: true;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  consumedBy: string[];
}

/**
 * One EventType more than the demo mesh has, because none of those has labels or
 * annotations.
 */
export const labelledEventType = `
apiVersion: eventing.knative.dev/v1beta2
kind: EventType
metadata:
  namespace: payments
  name: statement-sent
  labels: { example.com/team: books }
  annotations: { example.com/runbook: https://runbooks.example.com/statements }
spec:
  type: com.example.statements.sent.v1
  description: A merchant got the statement of a month.
  reference:
    { apiVersion: eventing.knative.dev/v1, kind: Broker, name: ledger, namespace: payments }
`;

/** The name that Knative has given to the event type of a PingSource. */
const nightlyClose = 'payments/e93a2ce08bef3f0e3f90bb91c001c14b';
/** … and to one that it has seen as a reply. */
const fraudAssessed =
  'payments/et-fraud-scoring-1884150a75a25dadc266d923a3f0b91b';

// Followed by hand from demo/manifests, see the table in demo/README.md.
const eventTypes: Record<string, EventTypeShown> = {
  'fraud/chargeback-opened': {
    type: 'com.example.chargebacks.opened.v1',
    description: 'A cardholder disputes a payment through the bank.',
    schemaUrl: 'https://schemas.example.com/chargebacks/opened/v1.json',
    consumedBy: ['case-desk'],
  },
  'fraud/payment-scored': {
    type: 'com.example.fraud.scored.v1',
    description: 'How likely it is that a payment is a fraud.',
    hasSchema: true,
    consumedBy: ['case-desk'],
  },
  'payments/bank-statement-received': {
    type: 'dev.knative.eventing.aws-s3',
    description: 'A bank has put a statement into the bucket.',
    consumedBy: ['archive', 'reconciliation'],
  },
  // Delivered to a JobSink, which is nobody's.
  [nightlyClose]: {
    type: 'dev.knative.sources.ping',
    description:
      'CloudEvent type for fixed payloads on a specified cron schedule',
    labels: { 'eventing.knative.dev/sourceName': 'nightly-close' },
    consumedBy: [],
  },
  [fraudAssessed]: {
    type: 'com.example.fraud.assessed.v1',
    description: 'Event Type auto-created by controller',
    consumedBy: [],
  },
  'payments/ledger-entry-posted': {
    type: 'com.example.ledger.entry-posted.v1',
    description: 'An entry is in the books and can no longer be changed.',
    hasSchema: true,
    consumedBy: ['orders', 'reporting'],
  },
  'payments/ledger-period-closed': {
    type: 'com.example.ledger.period-closed.v1',
    description: 'A month is closed; its entries are final.',
    consumedBy: [],
  },
  'payments/payment-received': {
    type: 'com.example.payments.received.v1',
    description: "A customer's payment has arrived and the money is ours.",
    hasSchema: true,
    consumedBy: ['fraud-scorer', 'ledger', 'loyalty', 'receipt-mailer'],
  },
  'payments/payment-refunded': {
    type: 'com.example.payments.refunded.v1',
    description: 'Money went back to the customer, all of it or a part.',
    hasSchema: true,
    consumedBy: ['ledger', 'loyalty', 'receipt-mailer'],
  },
  'payments/payment-refused': {
    type: 'com.example.payments.refused.v1',
    description:
      'The acquirer refused a payment that was made in the checkout.',
    schemaUrl: 'https://schemas.example.com/payments/refused/v1.json',
    consumedBy: ['case-desk', 'ledger', 'orders', 'receipt-mailer'],
  },
  'payments/payout-requested': {
    type: 'com.example.payouts.requested.v1',
    description: 'A merchant wants to be paid out.',
    consumedBy: ['case-desk'],
  },
  'payments/payout-scheduled': {
    type: 'com.example.payouts.scheduled.v1',
    description:
      'A merchant will be paid out on a given day. Planned, not sent yet.',
    consumedBy: [],
  },
  'payments/refund-approved': {
    type: 'com.example.refunds.approved.v1',
    description: 'A refund was approved and booked.',
    consumedBy: ['voucher-printer'],
  },
  // Delivered to a Sequence.
  'payments/refund-requested': {
    type: 'com.example.refunds.requested.v1',
    description: 'A customer wants money back; nobody has decided yet.',
    consumedBy: [],
  },
  // Delivered to a KafkaSink.
  'payments/statement-matched': {
    type: 'com.example.statements.matched.v1',
    description: 'A line of a statement was matched with a payment.',
    consumedBy: [],
  },
  'payments/statement-sent': {
    type: 'com.example.statements.sent.v1',
    description: 'A merchant got the statement of a month.',
    labels: { 'example.com/team': 'books' },
    annotations: {
      'example.com/runbook': 'https://runbooks.example.com/statements',
    },
    consumedBy: [],
  },
  'payments/terminal-settled': {
    type: 'com.example.terminals.settled.v1',
    description:
      'The card terminals of a shop have closed their day and sent their totals.',
    hasSchema: true,
    consumedBy: [],
  },
};

/** Something that sends or passes on event types. */
interface ProviderShown {
  type: string;
  brokerClass?: string;
  provides: string[];
}

const providers: Record<string, ProviderShown> = {
  'fraud/fraud': {
    type: 'broker',
    brokerClass: 'MTChannelBasedBroker',
    provides: ['api:fraud/payment-scored'],
  },
  'payments/bank-statements': {
    type: 'sources.knative.dev:IntegrationSource',
    provides: [],
  },
  'payments/card-terminals': {
    type: 'sources.knative.dev:KafkaSource',
    provides: [],
  },
  'payments/checkout-events': {
    type: 'sources.knative.dev:SinkBinding',
    provides: [],
  },
  'payments/ledger': {
    type: 'broker',
    brokerClass: 'Kafka',
    provides: [
      `api:${nightlyClose}`,
      'api:payments/ledger-entry-posted',
      'api:payments/ledger-period-closed',
      'api:payments/statement-matched',
      'api:payments/statement-sent',
    ],
  },
  'payments/nightly-close': {
    type: 'sources.knative.dev:PingSource',
    provides: [`api:${nightlyClose}`],
  },
  'payments/payments': {
    type: 'broker',
    brokerClass: 'MTChannelBasedBroker',
    provides: [
      'api:fraud/chargeback-opened',
      `api:${fraudAssessed}`,
      'api:payments/payment-received',
      'api:payments/payment-refunded',
      'api:payments/payment-refused',
      'api:payments/payout-requested',
      'api:payments/refund-approved',
      'api:payments/refund-requested',
      'api:payments/terminal-settled',
    ],
  },
  'payments/statements': {
    type: 'messaging.knative.dev:Channel',
    provides: ['api:payments/bank-statement-received'],
  },
};

/** What upstream's provider does with every entity alike. */
const spec = {
  lifecycle: 'demo',
  system: 'knative-event-mesh',
  owner: 'knative',
};

/**
 * The entities that upstream's code makes of the demo mesh, sorted.
 *
 * @param options.serviceUrl - `baseUrl` of its configuration
 * @param options.schemas - `spec.schemaData` by namespace/name, of Kubernetes
 */
export function upstreamEntities(options: {
  serviceUrl: string;
  schemas: ReadonlyMap<string, string>;
}): Entity[] {
  const location = `url:${options.serviceUrl}`;
  const metadataOf = (key: string, annotations: object = {}) => {
    const [namespace, name] = key.split('/');
    return {
      namespace,
      name,
      labels: {},
      annotations: {
        ...annotations,
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
      tags: [],
    };
  };

  const apis = Object.entries(eventTypes).map(([key, shown]) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      ...metadataOf(key, shown.annotations),
      labels: shown.labels ?? {},
      title: `${shown.type} - (${key})`,
      description: shown.description,
      links: shown.schemaUrl
        ? [
            {
              title: 'View external schema',
              icon: 'scaffolder',
              url: shown.schemaUrl,
            },
          ]
        : [],
      consumedBy: shown.consumedBy,
    },
    spec: {
      ...spec,
      type: 'eventType',
      definition: shown.hasSchema ? options.schemas.get(key) : '{}',
    },
  }));
  const components = Object.entries(providers).map(
    ([key, { type, brokerClass, provides }]) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: metadataOf(
        key,
        brokerClass
          ? { 'eventing.knative.dev/broker.class': brokerClass }
          : undefined,
      ),
      spec: { ...spec, type, providesApis: provides },
    }),
  );
  return [...apis, ...components];
}

/** What the catalog makes of them, sorted. */
export const upstreamRelations = Object.entries(providers)
  .flatMap(([key, { provides }]) =>
    provides.flatMap(api => [
      `${api} apiProvidedBy component:${key}`,
      `component:${key} providesApi ${api}`,
    ]),
  )
  .sort();
