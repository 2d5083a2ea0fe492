import { describeEvidence } from '../../lib/describeEvidence';
import type { SentEvent } from '../../lib/eventsSentBy';
import { keyOf } from '../../lib/keyOf';
import { eventTypeColumn } from '../flowColumns';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { ProducerEvidence } from '../ProducerTable';
import { Sentence } from '../Sentence';
import { EmissionVerdict } from '../Verdict';

type SentRow = SentEvent & { id: string };

const columns: FlowColumn<SentRow>[] = [
  eventTypeColumn(42),
  {
    id: 'verdict',
    label: 'Verdict',
    width: 20,
    content: ({ producer }) => (
      <EmissionVerdict match={producer?.match ?? 'yes'} />
    ),
  },
  {
    id: 'evidence',
    label: 'How we know',
    width: 38,
    content: ({ producer }) =>
      producer ? (
        <ProducerEvidence producer={producer} />
      ) : (
        <Sentence text="The catalog file of the component says so." />
      ),
  },
];

/** The event types that a component sends, and how that is known. */
export function SentTable(props: { events: SentEvent[] }) {
  return (
    <FlowTable
      label="Sent event types"
      columns={columns}
      rows={props.events.map(event => ({
        ...event,
        id: `${event.entityRef} ${
          event.producer ? keyOf(event.producer.via) : ''
        }`,
      }))}
      searchText={({ type, producer }) =>
        `${type} ${producer ? describeEvidence(producer) : ''}`
      }
    />
  );
}
