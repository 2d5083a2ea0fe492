import type { Entity } from '@backstage/catalog-model';
import { Alert, Flex, Skeleton, Text } from '@backstage/ui';
import { useReceivedEvents } from '../../hooks/useReceivedEvents';
import type { ReceivedEvent } from '../../lib/eventsReceivedBy';
import { EventTypeLink } from '../EventTypeLink';
import { Filter } from '../Filter';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { Provider } from '../Provider';
import { TriggerName } from '../TriggerName';
import { Verdict } from '../Verdict';

type ReceivedRow = ReceivedEvent & { id: string };

const columns: FlowColumn<ReceivedRow>[] = [
  {
    id: 'eventType',
    label: 'Event type',
    width: 'wide',
    content: ({ entityRef, type, provider }) => (
      <Flex direction="column" gap="1">
        <EventTypeLink entityRef={entityRef} type={type} />
        {provider && <Provider provider={provider} />}
      </Flex>
    ),
  },
  {
    id: 'verdict',
    label: 'Verdict',
    width: 'wide',
    content: ({ consumer: { match, reasons } }) => (
      <Verdict match={match} reasons={reasons} />
    ),
  },
  {
    id: 'trigger',
    label: 'Trigger',
    width: 'narrow',
    content: ({ consumer: { trigger } }) => <TriggerName trigger={trigger} />,
  },
  {
    id: 'filter',
    label: 'Filter',
    width: 'wide',
    content: ({ consumer: { trigger } }) => <Filter trigger={trigger} />,
  },
];

/** Which event types a component receives, through what. */
export function ComponentFlow(props: { entity: Entity }) {
  const received = useReceivedEvents(props.entity);

  if (received.status === 'loading') {
    return <Skeleton width="100%" height={48} />;
  }
  if (received.status === 'error') {
    return (
      <Alert
        status="danger"
        icon
        title="The event types of this component could not be read from the catalog."
        description={received.error.message}
      />
    );
  }
  if (received.events.length === 0) {
    return (
      <Text variant="body-small" color="secondary">
        No event type of the mesh is delivered to this component.
      </Text>
    );
  }
  const rows = received.events.map(event => ({
    ...event,
    id: `${event.entityRef} ${event.consumer.trigger.namespace}/${event.consumer.trigger.name}`,
  }));

  return (
    <Flex direction="column" gap="2">
      <FlowTable label="Received event types" columns={columns} rows={rows} />
      {!received.isComplete && (
        <Text variant="body-small">
          Only the first event types are shown; there are more.
        </Text>
      )}
    </Flex>
  );
}
