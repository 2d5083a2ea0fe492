import { Flex, Text } from '@backstage/ui';
import type {
  BrokerDetails,
  BrokerTrigger,
} from 'backstage-plugin-knative-event-mesh-common';
import { EventTypeLink } from '../EventTypeLink';
import { Filter } from '../Filter';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { FindingList } from '../FindingList';
import { Readiness } from '../Readiness';
import { SubscriberLink } from '../SubscriberLink';
import { TriggerName } from '../TriggerName';

type TriggerRow = BrokerTrigger & { id: string };

const columns: FlowColumn<TriggerRow>[] = [
  {
    id: 'trigger',
    label: 'Trigger',
    width: 'narrow',
    content: ({ trigger }) => <TriggerName trigger={trigger} />,
  },
  {
    id: 'filter',
    label: 'Filter',
    width: 'wide',
    content: ({ trigger }) => <Filter trigger={trigger} />,
  },
  {
    id: 'eventTypes',
    label: 'Event types',
    width: 'wide',
    content: ({ eventTypes }) => <EventTypeLinks eventTypes={eventTypes} />,
  },
  {
    id: 'consumer',
    label: 'Consumer',
    width: 'wide',
    content: ({ subscriber, link }) => (
      <SubscriberLink subscriber={subscriber} link={link} />
    ),
  },
];

function EventTypeLinks(props: Pick<BrokerTrigger, 'eventTypes'>) {
  return props.eventTypes.length === 0 ? (
    <Text variant="body-small" color="secondary">
      none that is declared
    </Text>
  ) : (
    <Flex direction="column" gap="1">
      {props.eventTypes.map(({ entityRef, type, match }) => (
        <div key={entityRef}>
          <EventTypeLink entityRef={entityRef} type={type} />
          {match === 'maybe' && (
            <Text variant="body-small" color="secondary">
              {' may pass'}
            </Text>
          )}
        </div>
      ))}
    </Flex>
  );
}

/** What a broker passes on: each trigger with its filter and consumer. */
export function BrokerFlow(props: { details: BrokerDetails }) {
  const { brokerClass, readiness, triggers, findings } = props.details;
  const rows = triggers.map(trigger => ({
    ...trigger,
    id: `${trigger.trigger.namespace}/${trigger.trigger.name}`,
  }));

  return (
    <Flex direction="column" gap="4">
      <Flex align="center" gap="3">
        <Text variant="body-small">
          {brokerClass ?? 'Broker without a class'}
        </Text>
        {readiness && <Readiness readiness={readiness} />}
      </Flex>
      {rows.length === 0 ? (
        <Text variant="body-small" color="secondary">
          No trigger takes events from this broker.
        </Text>
      ) : (
        <FlowTable label="Triggers" columns={columns} rows={rows} />
      )}
      <FindingList findings={findings} />
    </Flex>
  );
}
