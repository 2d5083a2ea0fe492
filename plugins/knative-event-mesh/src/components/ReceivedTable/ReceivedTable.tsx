import type { ReceivedEvent } from '../../lib/eventsReceivedBy';
import { keyOf } from '../../lib/keyOf';
import {
  deliveredThroughColumn,
  eventTypeColumn,
  verdictColumn,
} from '../flowColumns';
import { type FlowColumn, FlowTable } from '../FlowTable';

type ReceivedRow = ReceivedEvent & ReceivedEvent['consumer'] & { id: string };

const columns: FlowColumn<ReceivedRow>[] = [
  eventTypeColumn(29),
  verdictColumn(29),
  deliveredThroughColumn(42),
];

/** The event types that something receives, and through what. */
export function ReceivedTable(props: { events: ReceivedEvent[] }) {
  return (
    <FlowTable
      label="Received event types"
      columns={columns}
      rows={props.events.map(event => ({
        ...event,
        ...event.consumer,
        id: `${event.entityRef} ${keyOf(event.consumer.via)}`,
      }))}
      searchText={({ type, via }) => `${type} ${via.name}`}
    />
  );
}
