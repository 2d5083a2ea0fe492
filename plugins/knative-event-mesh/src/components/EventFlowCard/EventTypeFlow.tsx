import { Flex, Text } from '@backstage/ui';
import type {
  EventConsumer,
  EventTypeDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { countConsumers } from '../../lib/countConsumers';
import { Filter } from '../Filter';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { FindingList } from '../FindingList';
import { Provider } from '../Provider';
import { RawSchema } from '../RawSchema';
import { SubscriberLink } from '../SubscriberLink';
import { TriggerName } from '../TriggerName';
import { Verdict } from '../Verdict';

type ConsumerRow = EventConsumer & { id: string };

const columns: FlowColumn<ConsumerRow>[] = [
  {
    id: 'consumer',
    label: 'Consumer',
    width: 'wide',
    content: ({ subscriber, link }) => (
      <SubscriberLink subscriber={subscriber} link={link} />
    ),
  },
  {
    id: 'verdict',
    label: 'Verdict',
    width: 'wide',
    content: ({ match, reasons }) => (
      <Verdict match={match} reasons={reasons} />
    ),
  },
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
];

/** Who provides an event type, and each way by which it is received. */
export function EventTypeFlow(props: { details: EventTypeDetails }) {
  const { provider, consumers, findings, rawSchema } = props.details;
  const rows = consumers.map(consumer => ({
    ...consumer,
    id: `${consumer.trigger.namespace}/${consumer.trigger.name}`,
  }));

  return (
    <Flex direction="column" gap="4">
      <Flex direction="column" gap="1">
        <Text as="h3" variant="body-medium" weight="bold">
          Provided by
        </Text>
        {provider ? (
          <Provider provider={provider} />
        ) : (
          <Text variant="body-small">
            Not assigned to a broker: the EventType has no reference, so nobody
            can be named who receives it.
          </Text>
        )}
      </Flex>
      {provider && (
        <Flex direction="column" gap="1">
          <Text as="h3" variant="body-medium" weight="bold">
            {countConsumers(consumers)}
          </Text>
          {rows.length === 0 ? (
            <Text variant="body-small" color="secondary">
              No trigger of {provider.reference.name} passes this event type.
            </Text>
          ) : (
            <FlowTable label="Consumers" columns={columns} rows={rows} />
          )}
        </Flex>
      )}
      <FindingList findings={findings} />
      {rawSchema && <RawSchema text={rawSchema} />}
    </Flex>
  );
}
