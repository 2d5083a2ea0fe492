import { Text } from '@backstage/ui';
import type { Omission } from 'backstage-plugin-knative-event-mesh-common';
import { describeOmission } from '../../lib/describeOmission';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { Sentence } from '../Sentence';

type OmissionRow = Omission & { id: string };

const columns: FlowColumn<OmissionRow>[] = [
  {
    id: 'what',
    label: 'What',
    width: 40,
    content: row => <Text variant="body-small">{describeOmission(row)}</Text>,
  },
  {
    id: 'why',
    label: 'Why',
    width: 60,
    content: ({ message }) => <Sentence text={message} />,
  },
];

/** What could not be read, and what would make it readable. */
export function OmissionTable(props: { omitted: Omission[] }) {
  return (
    <FlowTable
      label="Omissions"
      columns={columns}
      rows={props.omitted.map(omission => ({
        ...omission,
        id: describeOmission(omission),
      }))}
      searchText={row => `${describeOmission(row)} ${row.message}`}
    />
  );
}
