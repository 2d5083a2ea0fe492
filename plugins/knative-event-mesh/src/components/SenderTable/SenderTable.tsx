import type { Sender } from 'backstage-plugin-knative-event-mesh-common';
import { Text } from '@backstage/ui';
import { describeReference } from '../../lib/describeReference';
import { describeSending } from '../../lib/describeSending';
import { keyOf } from '../../lib/keyOf';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { ObjectLink } from '../ObjectLink';
import { Section } from '../Section';
import { Sentence } from '../Sentence';

type SenderRow = Sender & { id: string };

const columns: FlowColumn<SenderRow>[] = [
  {
    id: 'sender',
    label: 'Sender',
    width: 50,
    content: ({ reference, entityRef }) => (
      <ObjectLink reference={reference} entityRef={entityRef} />
    ),
  },
  {
    id: 'way',
    label: 'How',
    width: 50,
    content: sender => (
      <Text variant="body-small">{describeSending(sender)}</Text>
    ),
  },
];

/** What sends to a broker, channel, sink or flow, as far as the mesh tells. */
export function SenderTable(props: { senders: Sender[] }) {
  const { senders } = props;

  return (
    <Section title={senders.length === 0 ? 'Senders not known' : 'Sent to by'}>
      {senders.length === 0 ? (
        <Sentence text="Nothing in the mesh is known to send here. An application that sends to the address on its own account leaves no trace in the cluster." />
      ) : (
        <FlowTable
          label="Senders"
          columns={columns}
          rows={senders.map(sender => ({
            ...sender,
            id: `${keyOf(sender.reference)} ${sender.as}`,
          }))}
          searchText={sender =>
            `${describeReference(sender.reference)} ${describeSending(sender)}`
          }
        />
      )}
    </Section>
  );
}
