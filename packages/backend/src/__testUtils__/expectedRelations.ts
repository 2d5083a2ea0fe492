/**
 * The relations that the manifests of the demo mesh imply, written by hand
 * while reading them (demo/README.md has the same as a table). Every broker and
 * event type is part of the environment; a relation to a component is there
 * only if it is certain and the component is registered.
 */
export const expectedRelations = `
component:payments/payments-broker providesApi api:payments/payment-received
component:payments/payments-broker providesApi api:payments/payment-refused
component:payments/payments-broker providesApi api:payments/payment-refunded
component:payments/payments-broker providesApi api:fraud/chargeback-opened
component:payments/ledger-broker providesApi api:payments/ledger-entry-posted
component:payments/ledger-broker providesApi api:payments/ledger-period-closed
component:fraud/fraud-broker providesApi api:fraud/payment-scored

api:payments/payment-received apiProvidedBy component:payments/payments-broker
api:payments/payment-refused apiProvidedBy component:payments/payments-broker
api:payments/payment-refunded apiProvidedBy component:payments/payments-broker
api:fraud/chargeback-opened apiProvidedBy component:payments/payments-broker
api:payments/ledger-entry-posted apiProvidedBy component:payments/ledger-broker
api:payments/ledger-period-closed apiProvidedBy component:payments/ledger-broker
api:fraud/payment-scored apiProvidedBy component:fraud/fraud-broker

api:payments/payment-received apiConsumedBy component:default/fraud-scorer
api:payments/payment-received apiConsumedBy component:default/receipt-mailer
api:payments/payment-refused apiConsumedBy component:default/order-management
api:payments/ledger-entry-posted apiConsumedBy component:default/reporting
api:fraud/payment-scored apiConsumedBy component:default/case-desk

component:default/fraud-scorer consumesApi api:payments/payment-received
component:default/receipt-mailer consumesApi api:payments/payment-received
component:default/order-management consumesApi api:payments/payment-refused
component:default/reporting consumesApi api:payments/ledger-entry-posted
component:default/case-desk consumesApi api:fraud/payment-scored

component:payments/payments-broker partOf system:default/knative-event-mesh-demo
component:payments/ledger-broker partOf system:default/knative-event-mesh-demo
component:fraud/fraud-broker partOf system:default/knative-event-mesh-demo
api:payments/payment-received partOf system:default/knative-event-mesh-demo
api:payments/payment-refused partOf system:default/knative-event-mesh-demo
api:payments/payment-refunded partOf system:default/knative-event-mesh-demo
api:payments/payout-scheduled partOf system:default/knative-event-mesh-demo
api:payments/ledger-entry-posted partOf system:default/knative-event-mesh-demo
api:payments/ledger-period-closed partOf system:default/knative-event-mesh-demo
api:fraud/chargeback-opened partOf system:default/knative-event-mesh-demo
api:fraud/payment-scored partOf system:default/knative-event-mesh-demo

system:default/knative-event-mesh-demo hasPart component:payments/payments-broker
system:default/knative-event-mesh-demo hasPart component:payments/ledger-broker
system:default/knative-event-mesh-demo hasPart component:fraud/fraud-broker
system:default/knative-event-mesh-demo hasPart api:payments/payment-received
system:default/knative-event-mesh-demo hasPart api:payments/payment-refused
system:default/knative-event-mesh-demo hasPart api:payments/payment-refunded
system:default/knative-event-mesh-demo hasPart api:payments/payout-scheduled
system:default/knative-event-mesh-demo hasPart api:payments/ledger-entry-posted
system:default/knative-event-mesh-demo hasPart api:payments/ledger-period-closed
system:default/knative-event-mesh-demo hasPart api:fraud/chargeback-opened
system:default/knative-event-mesh-demo hasPart api:fraud/payment-scored
`
  .split('\n')
  .filter(line => line !== '')
  .sort();

/** The same without the trigger `suspicious-payments`. */
export const fewerRelations = expectedRelations.filter(
  line =>
    line !==
      'api:fraud/payment-scored apiConsumedBy component:default/case-desk' &&
    line !== 'component:default/case-desk consumesApi api:fraud/payment-scored',
);
