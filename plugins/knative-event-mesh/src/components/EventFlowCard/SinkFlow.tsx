import type { Entity } from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import type { SinkDetails } from 'backstage-plugin-knative-event-mesh-common';
import { FactList } from '../FactList';
import { FindingList } from '../FindingList';
import { SenderTable } from '../SenderTable';
import { StateLine } from '../StateLine';
import { addresseeFacts } from './addresseeFacts';
import { Received } from './Received';
import { settingFacts } from './settingFacts';

/** What ends in a sink, and who sends it there. */
export function SinkFlow(props: {
  entity: Entity;
  kind: string;
  details: SinkDetails;
}) {
  const { entity, kind, details } = props;

  return (
    <Flex direction="column" gap="4">
      <StateLine kind={kind} readiness={details.readiness} />
      <FactList
        facts={[...settingFacts(details.settings), ...addresseeFacts(details)]}
      />
      <FindingList findings={details.findings} />
      <Received entity={entity} />
      <SenderTable senders={details.senders} />
    </Flex>
  );
}
