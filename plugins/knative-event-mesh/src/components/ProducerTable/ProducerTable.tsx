import { Flex } from '@backstage/ui';
import type { EventProducer } from 'backstage-plugin-knative-event-mesh-common';
import { certainFirst } from '../../lib/certainFirst';
import { describeDestination } from '../../lib/describeDestination';
import { describeEvidence } from '../../lib/describeEvidence';
import { describeReference } from '../../lib/describeReference';
import { keyOf } from '../../lib/keyOf';
import { DestinationLink } from '../DestinationLink';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { ObjectLink } from '../ObjectLink';
import { Trouble } from '../Readiness';
import { Sentence } from '../Sentence';
import { Unconfirmed } from '../Unconfirmed';
import { EmissionVerdict } from '../Verdict';
import { ProducerEvidence } from './ProducerEvidence';

type ProducerRow = EventProducer & { id: string };

const columns: FlowColumn<ProducerRow>[] = [
  {
    id: 'producer',
    label: 'Producer',
    width: 38,
    content: ({ via, entityRef, workloads }) =>
      workloads.length === 0 ? (
        <ObjectLink reference={via} entityRef={entityRef} />
      ) : (
        <Flex direction="column" gap="2">
          {workloads.map((workload, index) => (
            <DestinationLink key={index} {...workload} />
          ))}
        </Flex>
      ),
  },
  {
    id: 'verdict',
    label: 'Verdict',
    width: 22,
    content: ({ match, readiness, unconfirmed }) => (
      <Flex direction="column" gap="1">
        <EmissionVerdict match={match} />
        <Trouble readiness={readiness} />
        <Unconfirmed unconfirmed={unconfirmed} />
      </Flex>
    ),
  },
  {
    id: 'evidence',
    label: 'How we know',
    width: 40,
    content: producer =>
      // Without a workload, the object is named in the first column already.
      producer.workloads.length === 0 ? (
        <Sentence text={describeEvidence(producer)} />
      ) : (
        <ProducerEvidence producer={producer} />
      ),
  },
];

/** What sends an event type, or may, and how that is known. */
export function ProducerTable(props: { producers: EventProducer[] }) {
  return (
    <FlowTable
      label="Producers"
      columns={columns}
      rows={certainFirst(props.producers).map(producer => ({
        ...producer,
        id: keyOf(producer.via),
      }))}
      searchText={({ via, workloads }) =>
        [
          describeReference(via),
          ...workloads.map(({ destination, link }) =>
            [describeDestination(destination), ...link.components].join(' '),
          ),
        ].join(' ')
      }
    />
  );
}
