import { Flex } from '@backstage/ui';
import type { ChannelDetails } from 'backstage-plugin-knative-event-mesh-common';
import { countOf } from '../../lib/countOf';
import { describeReference } from '../../lib/describeReference';
import { Delivery } from '../Delivery';
import { FactList } from '../FactList';
import { FindingList } from '../FindingList';
import { SubscriptionTable } from '../OutgoingLinkTable';
import { Section } from '../Section';
import { SenderTable } from '../SenderTable';
import { Sentence } from '../Sentence';
import { StateLine } from '../StateLine';
import { addresseeFacts } from './addresseeFacts';

/** What a channel passes on: all its events, to each subscription. */
export function ChannelFlow(props: { kind: string; details: ChannelDetails }) {
  const { backing, readiness, subscriptions, delivery, senders, findings } =
    props.details;

  return (
    <Flex direction="column" gap="4">
      <StateLine kind={props.kind} readiness={readiness} />
      <FactList
        facts={[
          ...(backing
            ? [
                {
                  term: 'Backed by',
                  content: <Sentence text={describeReference(backing)} />,
                },
              ]
            : []),
          ...addresseeFacts(props.details),
          {
            term: 'If delivery fails',
            content: <Delivery delivery={delivery} />,
          },
        ]}
      />
      <FindingList findings={findings} />
      <Section title={countOf(subscriptions.length, 'subscription')}>
        {subscriptions.length === 0 ? (
          <Sentence text="No subscription takes events from this channel." />
        ) : (
          <SubscriptionTable
            subscriptions={subscriptions}
            delivery={delivery}
          />
        )}
      </Section>
      <SenderTable senders={senders} />
    </Flex>
  );
}
