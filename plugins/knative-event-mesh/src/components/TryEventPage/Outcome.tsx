import { Flex, Text } from '@backstage/ui';
import type { BrokerDetails } from 'backstage-plugin-knative-event-mesh-common';
import { countOf } from '../../lib/countOf';
import type { TriedTrigger } from '../../lib/tryEvent';
import { DestinationLink } from '../DestinationLink';
import { Filter } from '../Filter';
import { type FlowColumn, PlainTable } from '../FlowTable';
import { LinkName } from '../LinkName';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { ShortList } from '../ShortList';
import { StateLine } from '../StateLine';
import { TrialVerdict } from './TrialVerdict';

/** More rows than that take a browser noticeably long to lay out. */
const mostAtFirst = 50;

const columns: FlowColumn<TriedTrigger>[] = [
  {
    id: 'trigger',
    label: 'Trigger',
    width: 18,
    content: ({ via }) => <LinkName link={via} />,
  },
  {
    id: 'verdict',
    label: 'Verdict',
    width: 28,
    content: ({ outcome, why }) => <TrialVerdict outcome={outcome} why={why} />,
  },
  {
    id: 'filter',
    label: 'Filter',
    width: 30,
    content: ({ via, notes }) => <Filter link={via} notes={notes} />,
  },
  {
    id: 'consumer',
    label: 'Consumer',
    width: 24,
    content: ({ subscriber, link }) => (
      <DestinationLink destination={subscriber} link={link} />
    ),
  },
];

/** What each trigger of a broker does with the event. */
export function Outcome(props: {
  details: BrokerDetails;
  /** Absent while nothing is known of the event. */
  tried?: TriedTrigger[];
}) {
  const { details, tried } = props;
  const { brokerClass, readiness, triggers } = details;

  return (
    <Section title="Triggers" level={2}>
      <Flex direction="column" gap="3">
        <StateLine
          kind={brokerClass ?? 'Broker without a class'}
          readiness={readiness}
        />
        <Text variant="body-medium" role="status">
          {summaryOf(triggers.length, tried)}
        </Text>
        {tried && tried.length > 0 && (
          <>
            <ShortList items={tried} most={mostAtFirst} noun="triggers">
              {shown => (
                <PlainTable label="Triggers" columns={columns} rows={shown} />
              )}
            </ShortList>
            <Sentence text="The verdict is that of the filter. Whether the broker, the trigger and the consumer work stands beside it." />
          </>
        )}
      </Flex>
    </Section>
  );
}

function summaryOf(triggers: number, tried?: TriedTrigger[]): string {
  if (triggers === 0) {
    return 'No trigger takes events from this broker.';
  }
  if (!tried) {
    return `Give the event a type, or start from an event type, to see which of ${countOf(
      triggers,
      'trigger',
    )} would deliver it.`;
  }
  const count = (outcome: TriedTrigger['outcome']) =>
    tried.filter(trigger => trigger.outcome === outcome).length;
  const possible = count('maybe');
  return `${count('yes')} of ${countOf(triggers, 'trigger')} would deliver it${
    possible > 0 ? `, ${possible} more may` : ''
  }.`;
}
