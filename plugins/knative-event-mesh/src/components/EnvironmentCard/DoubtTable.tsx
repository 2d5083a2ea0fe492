import { Text } from '@backstage/ui';
import type { RemovalDoubt } from 'backstage-plugin-knative-event-mesh-common';
import { describeOmission } from '../../lib/describeOmission';
import { timeOf } from '../../lib/timeOf';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { Sentence } from '../Sentence';

type DoubtRow = RemovalDoubt & { id: string };

const columns: FlowColumn<DoubtRow>[] = [
  {
    id: 'what',
    label: 'What',
    width: 40,
    content: row => <Text variant="body-small">{describeOmission(row)}</Text>,
  },
  {
    id: 'why',
    label: 'Why it stays',
    width: 60,
    content: row => <Sentence text={reasonOf(row)} />,
  },
];

/** What stays in the catalog although the last answer does not have it. */
export function DoubtTable(props: { doubts: RemovalDoubt[] }) {
  return (
    <FlowTable
      label="Kept in doubt"
      columns={columns}
      rows={props.doubts.map(doubt => ({
        ...doubt,
        id: `${doubt.reason} ${describeOmission(doubt)}`,
      }))}
      searchText={describeOmission}
    />
  );
}

function reasonOf({ reason, since, entities }: RemovalDoubt): string {
  const what = whatStays(entities);
  return reason === 'omitted'
    ? `${what} as last read: since ${timeOf(since)} it could not be read.`
    : `${what}: since ${timeOf(
        since,
      )} so much is missing at once that it may be a mistake. It goes if that lasts.`;
}

function whatStays(entities: number): string {
  if (entities === 0) {
    return 'Links stay';
  }
  return entities === 1 ? 'One entity stays' : `${entities} entities stay`;
}
