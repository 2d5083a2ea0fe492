/** Event types whose names Knative's controllers have made of hashes. */
const nightlyPing = 'payments/e93a2ce08bef3f0e3f90bb91c001c14b';
const fraudAssessed =
  'payments/et-fraud-scoring-1884150a75a25dadc266d923a3f0b91b';

const inBroker = {
  payments: 'Broker.eventing.knative.dev payments/payments',
  ledger: 'Broker.eventing.knative.dev payments/ledger',
  fraud: 'Broker.eventing.knative.dev fraud/fraud',
};
const inChannel = 'Channel.messaging.knative.dev payments/statements';

/** Authentication is off in the cluster. */
const everybody = 'enforced: no';

const deadLetters = 'Service payments/dead-letters: yes, no id';

/** The delivery of the broker `payments`, as it stands on the broker itself. */
const ownOfPayments = `${deadLetters} (own); backoffDelay PT0.5S (own); backoffPolicy exponential (own); retry 5 (own)`;

/** The same on its triggers. */
const asPayments = `${deadLetters} (broker); backoffDelay PT0.5S (broker); backoffPolicy exponential (broker); retry 5 (broker)`;

/**
 * The demo mesh as it must be answered, followed by hand from demo/manifests
 * (see the tables in demo/README.md) and from what docs/findings.md says of each
 * finding. Nothing here is computed.
 */
export const expectedDemoMesh = {
  /** Who receives each event type: trigger and verdict, then the certain ids. */
  eventTypes: {
    'fraud/chargeback-opened': {
      origin: 'declared',
      reference: inBroker.payments,
      consumers: ['dispute-intake yes', 'payment-audit yes'],
      consumedBy: ['case-desk'],
    },
    'fraud/payment-scored': {
      origin: 'declared',
      reference: inBroker.fraud,
      consumers: ['suspicious-payments yes'],
      consumedBy: ['case-desk'],
    },
    'payments/bank-statement-received': {
      origin: 'declared',
      reference: inChannel,
      consumers: [
        'Subscription statement-archive yes',
        'Subscription statement-matching yes',
      ],
      consumedBy: ['archive', 'reconciliation'],
    },
    // Every such event has `book`, because its source sets it.
    [nightlyPing]: {
      origin: 'source',
      reference: inBroker.ledger,
      producers: ['PingSource payments/nightly-close yes: ownerReference'],
      consumers: ['close-day yes'],
      consumedBy: [],
    },
    // Replies of the fraud scorer go to the broker of the trigger.
    [fraudAssessed]: {
      origin: 'observed',
      reference: 'Trigger.eventing.knative.dev payments/fraud-scoring',
      provider: inBroker.payments,
      producers: ['Trigger payments/fraud-scoring yes: reply'],
      consumers: ['payment-audit yes'],
      consumedBy: [],
    },
    'payments/ledger-entry-posted': {
      origin: 'declared',
      reference: inBroker.ledger,
      consumers: ['booked-orders yes', 'ledger-reporting yes'],
      consumedBy: ['orders', 'reporting'],
    },
    'payments/ledger-period-closed': {
      origin: 'declared',
      reference: inBroker.ledger,
      consumers: [],
      consumedBy: [],
    },
    'payments/payment-received': {
      origin: 'declared',
      reference: inBroker.payments,
      consumers: [
        'fraud-scoring yes',
        'ledger-intake yes',
        'loyalty-points yes',
        'payment-audit yes',
        'receipts yes',
        'terminal-totals maybe',
      ],
      consumedBy: ['fraud-scorer', 'ledger', 'loyalty', 'receipt-mailer'],
    },
    'payments/payment-refunded': {
      origin: 'declared',
      reference: inBroker.payments,
      consumers: [
        'customer-notices yes',
        'foreign-refunds maybe',
        'ledger-intake yes',
        'loyalty-points yes',
        'payment-audit yes',
        'refund-desk yes',
      ],
      consumedBy: ['ledger', 'loyalty', 'receipt-mailer'],
    },
    'payments/payment-refused': {
      origin: 'declared',
      reference: inBroker.payments,
      consumers: [
        'checkout-refusals yes',
        'customer-notices yes',
        'dispute-intake yes',
        'ledger-intake yes',
        'payment-audit yes',
      ],
      consumedBy: ['case-desk', 'ledger', 'orders', 'receipt-mailer'],
    },
    'payments/payout-requested': {
      origin: 'declared',
      reference: inBroker.payments,
      // The first is a trigger of the namespace `fraud`.
      consumers: [
        'payout-watch yes',
        'payment-audit yes',
        'payout-normalising yes',
      ],
      consumedBy: ['case-desk'],
    },
    'payments/payout-scheduled': { origin: 'declared', consumedBy: [] },
    'payments/refund-approved': {
      origin: 'declared',
      reference: inBroker.payments,
      consumers: ['payment-audit yes', 'vouchers yes'],
      consumedBy: ['voucher-printer'],
    },
    'payments/refund-requested': {
      origin: 'declared',
      reference: inBroker.payments,
      consumers: ['payment-audit yes', 'refund-requests yes'],
      consumedBy: [],
    },
    'payments/statement-matched': {
      origin: 'declared',
      reference: inBroker.ledger,
      consumers: ['books-lake-feed yes'],
      consumedBy: [],
    },
    'payments/terminal-settled': {
      origin: 'declared',
      reference: inBroker.payments,
      consumers: ['payment-audit yes', 'pilot-shop maybe'],
      consumedBy: [],
    },
  },
  brokers: {
    'fraud/fraud': {
      brokerClass: 'MTChannelBasedBroker',
      ready: 'False',
      senders: everybody,
      provides: ['fraud/payment-scored'],
    },
    'payments/ledger': {
      brokerClass: 'Kafka',
      ready: 'True',
      senders: everybody,
      provides: [
        nightlyPing,
        'payments/ledger-entry-posted',
        'payments/ledger-period-closed',
        'payments/statement-matched',
      ],
    },
    'payments/payments': {
      brokerClass: 'MTChannelBasedBroker',
      ready: 'True',
      // The policy is not ready, so it does not apply.
      senders: everybody,
      provides: [
        'fraud/chargeback-opened',
        fraudAssessed,
        'payments/payment-received',
        'payments/payment-refunded',
        'payments/payment-refused',
        'payments/payout-requested',
        'payments/refund-approved',
        'payments/refund-requested',
        'payments/terminal-settled',
      ],
    },
  },
  /** Subscriber, whether it exists, and its id. */
  triggers: {
    'fraud/payout-watch': 'Service fraud/case-desk: yes, case-desk',
    'fraud/suspicious-payments': 'Service fraud/case-desk: yes, case-desk',
    'payments/booked-orders': 'Service payments/orders: yes, orders',
    'payments/books-lake-feed':
      'KafkaSink.eventing.knative.dev payments/books-lake: yes, no id',
    'payments/checkout-refusals': 'Service payments/orders: yes, orders',
    'payments/close-day':
      'JobSink.sinks.knative.dev payments/close-books: yes, no id',
    'payments/customer-notices':
      'Service.serving.knative.dev payments/receipt-mailer: yes, receipt-mailer',
    'payments/dispute-intake': 'Service fraud/case-desk: yes, case-desk',
    'payments/foreign-refunds': 'Service fraud/case-desk: yes, case-desk',
    'payments/fraud-scoring':
      'Service.serving.knative.dev fraud/fraud-scorer: yes, fraud-scorer',
    'payments/ledger-intake':
      'Service.serving.knative.dev payments/ledger-writer: yes, ledger',
    'payments/ledger-reporting': 'Service payments/reporting: yes, reporting',
    'payments/loyalty-points': 'Service payments/loyalty: yes, loyalty',
    'payments/payment-audit': 'Service payments/payment-auditor: yes, no id',
    'payments/payout-normalising':
      'EventTransform.eventing.knative.dev payments/payout-in-euro: yes, no id',
    'payments/pilot-shop': 'Service payments/reporting: yes, reporting',
    'payments/receipts':
      'Service.serving.knative.dev payments/receipt-mailer: yes, receipt-mailer',
    'payments/refund-desk': 'Service payments/refund-desk: no, no id',
    'payments/refund-requests':
      'Sequence.flows.knative.dev payments/refund-review: yes, no id',
    'payments/terminal-totals': 'Service payments/reporting: yes, reporting',
    // Named by its address only.
    'payments/vouchers':
      'Service payments/voucher-printer at http://voucher-printer.payments.svc.cluster.local: yes, voucher-printer',
  },
  dependencies: {
    'payments/close-day':
      'PingSource.sources.knative.dev payments/nightly-close',
  },
  /** Neither the channel behind it, nor those of the broker and of the flows. */
  channels: {
    'Channel.messaging.knative.dev payments/statements': {
      backing: 'InMemoryChannel.messaging.knative.dev payments/statements',
      ready: 'True',
      senders: everybody,
      provides: ['payments/bank-statement-received'],
    },
  },
  subscriptions: {
    'payments/statement-archive': {
      channel: inChannel,
      subscriber: 'Service payments/archive: yes, archive',
      ready: 'True',
      readyByChannel: 'True',
    },
    'payments/statement-matching': {
      channel: inChannel,
      subscriber:
        'Service.serving.knative.dev payments/statement-matcher: yes, reconciliation',
      reply: `${inBroker.ledger}: yes, no id`,
      ready: 'False',
      // The channel goes on with what it was told before.
      readyByChannel: 'True',
    },
  },
  /** The ContainerSource and SinkBindings that Knative made are not among them. */
  sources: {
    'IntegrationSource.sources.knative.dev payments/bank-statements': {
      destination: `${inChannel}: yes, no id`,
      emissions: [],
      mayEmitOthers: true,
      overrides: [],
      workloads: [],
      settings: [],
      provides: [],
      ready: 'True',
    },
    'KafkaSource.sources.knative.dev payments/card-terminals': {
      destination: `${inBroker.payments}: yes, no id`,
      emissions: [
        'dev.knative.kafka.event /apis/v1/namespaces/payments/kafkasources/card-terminals#card-terminals maybe',
      ],
      mayEmitOthers: true,
      overrides: [],
      workloads: [],
      settings: [
        'consumerGroup payments-card-terminals',
        'topics card-terminals',
      ],
      provides: [],
      ready: 'True',
    },
    'PingSource.sources.knative.dev payments/nightly-close': {
      destination: `${inBroker.ledger}: yes, no id`,
      emissions: [
        'dev.knative.sources.ping /apis/v1/namespaces/payments/pingsources/nightly-close yes',
      ],
      mayEmitOthers: false,
      overrides: ['book main'],
      workloads: [],
      settings: ['schedule 0 2 * * *', 'timezone Europe/Vienna'],
      provides: [nightlyPing],
      ready: 'True',
    },
    'SinkBinding.sources.knative.dev payments/checkout-events': {
      destination: `${inBroker.payments}: yes, no id`,
      emissions: [],
      mayEmitOthers: true,
      overrides: [],
      workloads: ['Deployment.apps payments/checkout: yes, checkout'],
      settings: [],
      provides: [],
      ready: 'True',
    },
  },
  sinks: {
    'JobSink.sinks.knative.dev payments/close-books': {
      settings: [],
      ready: 'True',
      senders: everybody,
    },
    'KafkaSink.eventing.knative.dev payments/books-lake': {
      settings: ['topic books-lake'],
      ready: 'True',
      senders: everybody,
    },
  },
  flows: {
    'EventTransform.eventing.knative.dev payments/payout-in-euro': {
      steps: [],
      reply: 'Parallel.flows.knative.dev payments/payout-routing: yes, no id',
      ready: 'True',
      senders: everybody,
    },
    'Parallel.flows.knative.dev payments/payout-routing': {
      steps: [
        {
          filter: 'Service payments/payout-checks at /domestic: yes, payouts',
          subscriber: 'Service payments/bank-transfer: yes, payouts',
          delivery: 'not stated',
          ready: 'True',
        },
        {
          filter: 'Service payments/payout-checks at /foreign: yes, payouts',
          subscriber: 'Service payments/swift-gateway: yes, payouts',
          delivery: 'not stated',
          ready: 'True',
        },
      ],
      reply: `${inBroker.ledger}: yes, no id`,
      ready: 'True',
      senders: everybody,
    },
    'Sequence.flows.knative.dev payments/refund-review': {
      steps: [
        {
          subscriber:
            'Service.serving.knative.dev payments/refund-rules: yes, refunds',
          delivery: 'not stated',
          ready: 'True',
        },
        {
          subscriber: 'Service payments/refund-booking: yes, refunds',
          delivery: `${deadLetters} (own); retry 4 (own)`,
          ready: 'True',
        },
      ],
      reply: `${inBroker.payments}: yes, no id`,
      ready: 'True',
      senders: everybody,
    },
  },
  policies: {
    'payments/payments-senders': {
      to: ['Broker.eventing.knative.dev payments'],
      from: [
        'SinkBinding.sources.knative.dev payments/checkout-events',
        'system:serviceaccount:shop:*',
      ],
      subjects: [],
      ready: 'False',
    },
  },
  /**
   * Where dead letters go and what else is set, with where that is stated. What
   * holds is told of triggers and subscriptions, what is stated of the others.
   */
  delivery: {
    'Broker fraud/fraud': 'not stated',
    'Broker payments/ledger': 'not stated',
    'Broker payments/payments': ownOfPayments,
    'Channel.messaging.knative.dev payments/statements': `${deadLetters} (own); retry 2 (own)`,
    'Subscription payments/statement-archive': `${deadLetters} (channel); retry 2 (channel)`,
    'Subscription payments/statement-matching':
      'Service payments/statement-errors: no, no id (own); backoffDelay PT1S (own); backoffPolicy linear (own); retry 3 (own)',
    'Trigger fraud/payout-watch': asPayments,
    'Trigger fraud/suspicious-payments': 'dropped',
    'Trigger payments/booked-orders': 'dropped',
    'Trigger payments/books-lake-feed': 'dropped',
    'Trigger payments/checkout-refusals': asPayments,
    'Trigger payments/close-day': 'dropped',
    'Trigger payments/customer-notices': asPayments,
    'Trigger payments/dispute-intake': asPayments,
    'Trigger payments/foreign-refunds': asPayments,
    'Trigger payments/fraud-scoring': asPayments,
    'Trigger payments/ledger-intake': asPayments,
    'Trigger payments/ledger-reporting': 'dropped',
    'Trigger payments/loyalty-points': asPayments,
    'Trigger payments/payment-audit': asPayments,
    'Trigger payments/payout-normalising': asPayments,
    'Trigger payments/pilot-shop': asPayments,
    'Trigger payments/receipts': asPayments,
    'Trigger payments/refund-desk': asPayments,
    'Trigger payments/refund-requests': asPayments,
    'Trigger payments/terminal-totals': asPayments,
    // Its own settings replace those of the broker as a whole.
    'Trigger payments/vouchers':
      'Service payments/voucher-desk: yes, no id (own); retry 2 (own)',
  },
  notReady: [
    'fraud/suspicious-payments',
    'payments/refund-desk',
    'payments/statement-matching',
  ],
  findings: [
    'deadLetterSinkMissing Subscription payments/statement-matching',
    'eventTypeNotConsumed EventType payments/ledger-period-closed',
    'noDeadLetterSink Broker fraud/fraud',
    'noDeadLetterSink Broker payments/ledger',
    'noSchema EventType payments/bank-statement-received',
    'noSchema EventType payments/ledger-period-closed',
    'noSchema EventType payments/payout-requested',
    'noSchema EventType payments/payout-scheduled',
    'noSchema EventType payments/refund-approved',
    'noSchema EventType payments/refund-requested',
    'noSchema EventType payments/statement-matched',
    'notReady Broker fraud/fraud',
    'notReady Trigger fraud/suspicious-payments',
    'policyNotEnforced EventPolicy payments/payments-senders',
    'subscriberMissing Trigger payments/refund-desk',
    'subscriberNotLinked Service payments/payment-auditor',
  ],
};
