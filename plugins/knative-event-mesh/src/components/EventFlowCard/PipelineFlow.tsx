import type { Entity } from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import type { FlowDetails } from 'backstage-plugin-knative-event-mesh-common';
import { DestinationLink } from '../DestinationLink';
import { FactList } from '../FactList';
import { FindingList } from '../FindingList';
import { FlowSteps } from '../FlowSteps';
import { SenderTable } from '../SenderTable';
import { Sentence } from '../Sentence';
import { StateLine } from '../StateLine';
import { addresseeFacts } from './addresseeFacts';
import { Received } from './Received';

/**
 * What a Sequence, Parallel, EventTransform or RequestReply makes of the events
 * that it takes, and where it sends what comes out.
 */
export function PipelineFlow(props: {
  entity: Entity;
  kind: string;
  details: FlowDetails;
}) {
  const { entity, kind, details } = props;
  const { steps, reply, readiness, senders, findings } = details;

  return (
    <Flex direction="column" gap="4">
      <StateLine kind={kind} readiness={readiness} />
      <FactList
        facts={[
          ...addresseeFacts(details),
          {
            term: 'What comes out',
            content: reply ? (
              <DestinationLink {...reply} />
            ) : (
              <Sentence text={withoutReply(kind)} />
            ),
          },
        ]}
      />
      <FindingList findings={findings} />
      {(kind === 'Sequence' || kind === 'Parallel') && (
        <FlowSteps kind={kind} steps={steps} />
      )}
      <Received entity={entity} />
      <SenderTable senders={senders} />
    </Flex>
  );
}

function withoutReply(kind: string): string {
  switch (kind) {
    case 'Sequence':
      return 'What the last step answers is dropped: no reply is set.';
    case 'Parallel':
      return 'What a branch answers is dropped, unless the branch says where it goes.';
    case 'EventTransform':
      return 'Goes back to the sender as its answer: no sink is set.';
    default:
      return 'Not known.';
  }
}
