/**
 * The relations that the manifests of the demo mesh imply, written by hand
 * while reading them (demo/README.md has the same as tables). Everything is part
 * of the environment; a relation to a component is there only if it is certain
 * and the component is registered. What Knative has made for something else has
 * no entity.
 */
const relations = `
component:payments/payments-broker providesApi api:payments/payment-received
component:payments/payments-broker providesApi api:payments/payment-refused
component:payments/payments-broker providesApi api:payments/payment-refunded
component:payments/payments-broker providesApi api:payments/terminal-settled
component:payments/payments-broker providesApi api:payments/refund-requested
component:payments/payments-broker providesApi api:payments/refund-approved
component:payments/payments-broker providesApi api:payments/payout-requested
component:payments/payments-broker providesApi api:fraud/chargeback-opened
component:payments/payments-broker providesApi api:payments/et-fraud-scoring-1884150a75a25dadc266d923a3f0b91b
component:payments/ledger-broker providesApi api:payments/ledger-entry-posted
component:payments/ledger-broker providesApi api:payments/ledger-period-closed
component:payments/ledger-broker providesApi api:payments/statement-matched
component:payments/ledger-broker providesApi api:payments/e93a2ce08bef3f0e3f90bb91c001c14b
component:fraud/fraud-broker providesApi api:fraud/payment-scored
component:payments/statements-channel providesApi api:payments/bank-statement-received

component:payments/nightly-close-pingsource providesApi api:payments/e93a2ce08bef3f0e3f90bb91c001c14b
component:default/fraud-scorer providesApi api:payments/et-fraud-scoring-1884150a75a25dadc266d923a3f0b91b

component:default/fraud-scorer consumesApi api:payments/payment-received
component:default/receipt-mailer consumesApi api:payments/payment-received
component:default/ledger consumesApi api:payments/payment-received
component:default/loyalty consumesApi api:payments/payment-received
component:default/order-management consumesApi api:payments/payment-refused
component:default/receipt-mailer consumesApi api:payments/payment-refused
component:default/ledger consumesApi api:payments/payment-refused
component:default/case-desk consumesApi api:payments/payment-refused
component:default/receipt-mailer consumesApi api:payments/payment-refunded
component:default/ledger consumesApi api:payments/payment-refunded
component:default/loyalty consumesApi api:payments/payment-refunded
component:default/case-desk consumesApi api:fraud/chargeback-opened
component:payments/refund-review-sequence consumesApi api:payments/refund-requested
component:default/voucher-printer consumesApi api:payments/refund-approved
component:payments/payout-in-euro-eventtransform consumesApi api:payments/payout-requested
component:default/case-desk consumesApi api:payments/payout-requested
component:default/reporting consumesApi api:payments/ledger-entry-posted
component:default/order-management consumesApi api:payments/ledger-entry-posted
component:payments/books-lake-kafkasink consumesApi api:payments/statement-matched
component:payments/close-books-jobsink consumesApi api:payments/e93a2ce08bef3f0e3f90bb91c001c14b
component:default/case-desk consumesApi api:fraud/payment-scored
component:default/archive consumesApi api:payments/bank-statement-received
component:default/reconciliation consumesApi api:payments/bank-statement-received

component:payments/nightly-close-pingsource dependsOn component:payments/ledger-broker
component:payments/card-terminals-kafkasource dependsOn component:payments/payments-broker
component:payments/checkout-events-sinkbinding dependsOn component:payments/payments-broker
component:payments/bank-statements-integrationsource dependsOn component:payments/statements-channel
component:payments/refund-review-sequence dependsOn component:default/refunds
component:payments/refund-review-sequence dependsOn component:payments/payments-broker
component:payments/payout-in-euro-eventtransform dependsOn component:payments/payout-routing-parallel
component:payments/payout-routing-parallel dependsOn component:default/payouts
component:payments/payout-routing-parallel dependsOn component:payments/ledger-broker

component:payments/payments-broker partOf system:default/knative-event-mesh-demo
component:payments/ledger-broker partOf system:default/knative-event-mesh-demo
component:fraud/fraud-broker partOf system:default/knative-event-mesh-demo
component:payments/statements-channel partOf system:default/knative-event-mesh-demo
component:payments/nightly-close-pingsource partOf system:default/knative-event-mesh-demo
component:payments/card-terminals-kafkasource partOf system:default/knative-event-mesh-demo
component:payments/checkout-events-sinkbinding partOf system:default/knative-event-mesh-demo
component:payments/bank-statements-integrationsource partOf system:default/knative-event-mesh-demo
component:payments/refund-review-sequence partOf system:default/knative-event-mesh-demo
component:payments/payout-in-euro-eventtransform partOf system:default/knative-event-mesh-demo
component:payments/payout-routing-parallel partOf system:default/knative-event-mesh-demo
component:payments/books-lake-kafkasink partOf system:default/knative-event-mesh-demo
component:payments/close-books-jobsink partOf system:default/knative-event-mesh-demo
api:payments/payment-received partOf system:default/knative-event-mesh-demo
api:payments/payment-refused partOf system:default/knative-event-mesh-demo
api:payments/payment-refunded partOf system:default/knative-event-mesh-demo
api:payments/terminal-settled partOf system:default/knative-event-mesh-demo
api:payments/refund-requested partOf system:default/knative-event-mesh-demo
api:payments/refund-approved partOf system:default/knative-event-mesh-demo
api:payments/payout-requested partOf system:default/knative-event-mesh-demo
api:payments/payout-scheduled partOf system:default/knative-event-mesh-demo
api:payments/ledger-entry-posted partOf system:default/knative-event-mesh-demo
api:payments/ledger-period-closed partOf system:default/knative-event-mesh-demo
api:payments/statement-matched partOf system:default/knative-event-mesh-demo
api:payments/bank-statement-received partOf system:default/knative-event-mesh-demo
api:payments/e93a2ce08bef3f0e3f90bb91c001c14b partOf system:default/knative-event-mesh-demo
api:payments/et-fraud-scoring-1884150a75a25dadc266d923a3f0b91b partOf system:default/knative-event-mesh-demo
api:fraud/chargeback-opened partOf system:default/knative-event-mesh-demo
api:fraud/payment-scored partOf system:default/knative-event-mesh-demo
`
  .split('\n')
  .filter(line => line !== '');

/** How the catalog calls each relation seen from the other side. */
const inverses = new Map([
  ['providesApi', 'apiProvidedBy'],
  ['consumesApi', 'apiConsumedBy'],
  ['dependsOn', 'dependencyOf'],
  ['partOf', 'hasPart'],
]);

/** The relations of the demo mesh from both sides, sorted. */
export const expectedRelations = relations
  .flatMap(line => {
    const [source, type, target] = line.split(' ');
    return [line, `${target} ${inverses.get(type)} ${source}`];
  })
  .sort();

/** The same without the trigger `suspicious-payments`. */
export const fewerRelations = expectedRelations.filter(
  line =>
    line !==
      'api:fraud/payment-scored apiConsumedBy component:default/case-desk' &&
    line !== 'component:default/case-desk consumesApi api:fraud/payment-scored',
);
