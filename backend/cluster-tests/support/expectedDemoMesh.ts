/**
 * The demo mesh as it must be answered, followed by hand from demo/manifests
 * (see the table in demo/README.md). Nothing here is computed.
 */
export const expectedDemoMesh = {
  /** Who receives each event type: trigger and verdict, then the certain ids. */
  eventTypes: {
    'fraud/chargeback-opened': {
      broker: 'payments/payments',
      consumers: ['ledger-intake maybe', 'payment-audit yes'],
      consumedBy: [],
    },
    'fraud/payment-scored': {
      broker: 'fraud/fraud',
      consumers: ['suspicious-payments yes'],
      consumedBy: ['case-desk'],
    },
    'payments/ledger-entry-posted': {
      broker: 'payments/ledger',
      consumers: ['ledger-reporting yes'],
      consumedBy: ['reporting'],
    },
    'payments/ledger-period-closed': {
      broker: 'payments/ledger',
      consumers: [],
      consumedBy: [],
    },
    'payments/payment-received': {
      broker: 'payments/payments',
      consumers: [
        'fraud-scoring yes',
        'ledger-intake maybe',
        'payment-audit yes',
        'receipts yes',
        'terminal-totals maybe',
      ],
      consumedBy: ['fraud-scorer', 'receipt-mailer'],
    },
    'payments/payment-refunded': {
      broker: 'payments/payments',
      consumers: [
        'ledger-intake maybe',
        'payment-audit yes',
        'refund-desk yes',
      ],
      consumedBy: [],
    },
    'payments/payment-refused': {
      broker: 'payments/payments',
      consumers: [
        'checkout-refusals yes',
        'ledger-intake maybe',
        'payment-audit yes',
      ],
      consumedBy: ['orders'],
    },
    'payments/payout-scheduled': { consumedBy: [] },
  },
  brokers: {
    'fraud/fraud': {
      brokerClass: 'MTChannelBasedBroker',
      ready: 'False',
      provides: ['fraud/payment-scored'],
    },
    'payments/ledger': {
      brokerClass: 'Kafka',
      ready: 'True',
      provides: [
        'payments/ledger-entry-posted',
        'payments/ledger-period-closed',
      ],
    },
    'payments/payments': {
      brokerClass: 'MTChannelBasedBroker',
      ready: 'True',
      provides: [
        'fraud/chargeback-opened',
        'payments/payment-received',
        'payments/payment-refunded',
        'payments/payment-refused',
      ],
    },
  },
  /** Subscriber, whether it exists, and its id. */
  triggers: {
    'fraud/suspicious-payments': 'Service fraud/case-desk: yes, case-desk',
    'payments/checkout-refusals': 'Service payments/orders: yes, orders',
    'payments/fraud-scoring':
      'Service.serving.knative.dev fraud/fraud-scorer: yes, fraud-scorer',
    'payments/ledger-intake':
      'Service.serving.knative.dev payments/ledger-writer: yes, ledger',
    'payments/ledger-reporting': 'Service payments/reporting: yes, reporting',
    'payments/payment-audit': 'Service payments/payment-auditor: yes, no id',
    'payments/receipts':
      'Service.serving.knative.dev payments/receipt-mailer: yes, receipt-mailer',
    'payments/refund-desk': 'Service payments/refund-desk: no, no id',
    'payments/terminal-totals': 'Service payments/reporting: yes, reporting',
  },
};
