import type {
  DeliverySummary,
  OutgoingLink,
} from 'backstage-plugin-knative-event-mesh-common';
import { describeDestination } from '../../lib/describeDestination';
import { inheritedWhole } from '../../lib/inheritedWhole';
import { keyOf } from '../../lib/keyOf';
import {
  consumerColumn,
  deliveryColumn,
  eventTypesColumn,
  filterColumn,
  linkColumn,
} from '../flowColumns';
import { type FlowColumn, FlowTable } from '../FlowTable';

type LinkRow = OutgoingLink & {
  id: string;
  inheritedFrom: ReturnType<typeof inheritedWhole>;
};

const triggerColumns: FlowColumn<LinkRow>[] = [
  linkColumn('Trigger', 21),
  filterColumn(34),
  eventTypesColumn(25),
  consumerColumn(20),
];

const subscriptionColumns: FlowColumn<LinkRow>[] = [
  linkColumn('Subscription', 23),
  deliveryColumn(28),
  eventTypesColumn(27),
  consumerColumn(22),
];

/** The triggers of a broker: each with filter, event types and consumer. */
export function TriggerTable(props: {
  triggers: OutgoingLink[];
  /** Of the broker. */
  delivery?: DeliverySummary;
}) {
  return (
    <FlowTable
      label="Triggers"
      columns={triggerColumns}
      rows={rowsOf(props.triggers, props.delivery)}
      searchText={textOf}
    />
  );
}

/** The subscriptions of a channel, which have no filters. */
export function SubscriptionTable(props: {
  subscriptions: OutgoingLink[];
  /** Of the channel. */
  delivery?: DeliverySummary;
}) {
  return (
    <FlowTable
      label="Subscriptions"
      columns={subscriptionColumns}
      rows={rowsOf(props.subscriptions, props.delivery)}
      searchText={textOf}
    />
  );
}

function rowsOf(links: OutgoingLink[], holder?: DeliverySummary): LinkRow[] {
  return links.map(link => ({
    ...link,
    id: keyOf(link.via),
    inheritedFrom: inheritedWhole(link.via.delivery, holder),
  }));
}

function textOf({ via, subscriber, link, eventTypes }: LinkRow): string {
  return [
    via.name,
    describeDestination(subscriber),
    ...link.components,
    ...eventTypes.map(({ type }) => type),
  ].join(' ');
}
