import { Flex } from '@backstage/ui';
import type { BrokerDetails } from 'backstage-plugin-knative-event-mesh-common';
import { countOf } from '../../lib/countOf';
import { Delivery } from '../Delivery';
import { FactList } from '../FactList';
import { FindingList } from '../FindingList';
import { TriggerTable } from '../OutgoingLinkTable';
import { Section } from '../Section';
import { SenderTable } from '../SenderTable';
import { Sentence } from '../Sentence';
import { StateLine } from '../StateLine';
import { addresseeFacts } from './addresseeFacts';

/** What a broker passes on: each trigger with its filter and consumer. */
export function BrokerFlow(props: { details: BrokerDetails }) {
  const { brokerClass, readiness, triggers, delivery, senders, findings } =
    props.details;

  return (
    <Flex direction="column" gap="4">
      <StateLine
        kind={brokerClass ?? 'Broker without a class'}
        readiness={readiness}
      />
      <FactList
        facts={[
          ...addresseeFacts(props.details),
          {
            term: 'If delivery fails',
            content: <Delivery delivery={delivery} />,
          },
        ]}
      />
      <FindingList findings={findings} />
      <Section title={countOf(triggers.length, 'trigger')}>
        {triggers.length === 0 ? (
          <Sentence text="No trigger takes events from this broker." />
        ) : (
          <TriggerTable triggers={triggers} delivery={delivery} />
        )}
      </Section>
      <SenderTable senders={senders} />
    </Flex>
  );
}
