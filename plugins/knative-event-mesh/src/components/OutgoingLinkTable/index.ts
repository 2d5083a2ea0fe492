export { SubscriptionTable, TriggerTable } from './OutgoingLinkTable';
