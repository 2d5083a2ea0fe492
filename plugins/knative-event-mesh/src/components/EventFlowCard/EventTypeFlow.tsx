import type { Entity } from '@backstage/catalog-model';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import type {
  EventConsumer,
  EventProvider,
  EventTypeDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { certainFirst } from '../../lib/certainFirst';
import { countMatches } from '../../lib/countMatches';
import { describeDestination } from '../../lib/describeDestination';
import { describeReference } from '../../lib/describeReference';
import { keyOf } from '../../lib/keyOf';
import { producersInCatalog } from '../../lib/producersInCatalog';
import {
  consumerColumn,
  deliveredThroughColumn,
  verdictColumn,
} from '../flowColumns';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { FindingList } from '../FindingList';
import { ProducerTable } from '../ProducerTable';
import { Provider } from '../Provider';
import { RawSchema } from '../RawSchema';
import { Explanation, Readiness } from '../Readiness';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { TryEventLink } from '../TryEventLink';

type ConsumerRow = EventConsumer & { id: string };

const columns: FlowColumn<ConsumerRow>[] = [
  consumerColumn(29),
  verdictColumn(29),
  deliveredThroughColumn(42),
];

const origins: Partial<Record<string, string>> = {
  source: 'Knative has created this event type for a source.',
  observed:
    'Nobody has declared this event type: Knative has created it because it saw such an event.',
};

/** Who sends an event type, who provides it, and each way by which it is received. */
export function EventTypeFlow(props: {
  entity: Entity;
  details: EventTypeDetails;
}) {
  const { entity, details } = props;
  const { provider, consumers, findings, rawSchema, readiness } = details;
  const origin = details.origin && origins[details.origin];

  return (
    <Flex direction="column" gap="4">
      <Section title="Provided by">
        {provider ? (
          <Provider provider={provider} />
        ) : (
          <Sentence text="Not assigned to a broker, channel or flow: the EventType has no reference, so nobody can be named who receives it." />
        )}
        {origin && <Sentence text={origin} />}
        {readiness && <Readiness readiness={readiness} of="The EventType" />}
        <Explanation readiness={readiness} />
        <TryEventLink entity={entity} provider={provider} />
      </Section>
      <FindingList findings={findings} />
      <Producers entity={entity} details={details} />
      {provider && <Consumers provider={provider} consumers={consumers} />}
      {rawSchema && <RawSchema text={rawSchema} />}
    </Flex>
  );
}

function Producers(props: { entity: Entity; details: EventTypeDetails }) {
  const { producers } = props.details;
  const inCatalog = producersInCatalog(props.entity, props.details);

  return (
    <Section
      title={
        producers.length === 0
          ? 'Producers not known'
          : countMatches('producer', producers)
      }
    >
      {producers.length > 0 && <ProducerTable producers={producers} />}
      {inCatalog.length > 0 && (
        <Text variant="body-small" color="secondary">
          Provided, as catalog files say, by{' '}
          <EntityRefLinks entityRefs={inCatalog} hideIcons />
        </Text>
      )}
      {producers.length === 0 && inCatalog.length === 0 && (
        <Sentence text="What sends it on its own account leaves no trace in the cluster." />
      )}
    </Section>
  );
}

function Consumers(props: {
  provider: EventProvider;
  consumers?: EventConsumer[];
}) {
  const { provider, consumers } = props;
  const name = describeReference(provider.reference);

  return (
    <Section
      title={
        consumers ? countMatches('consumer', consumers) : 'Consumers not known'
      }
    >
      {!consumers && (
        <Sentence
          text={`${name} was not read, so nobody can be named who receives this event type.`}
        />
      )}
      {consumers?.length === 0 && (
        <Sentence text={withoutConsumers(provider.reference)} />
      )}
      {consumers && consumers.length > 0 && (
        <FlowTable
          label="Consumers"
          columns={columns}
          rows={certainFirst(consumers).map(consumer => ({
            ...consumer,
            id: keyOf(consumer.via),
          }))}
          searchText={({ via, subscriber, link }) =>
            [
              via.name,
              describeDestination(subscriber),
              ...link.components,
            ].join(' ')
          }
        />
      )}
    </Section>
  );
}

function withoutConsumers({
  kind,
  namespace,
  name,
}: EventProvider['reference']) {
  return kind === 'Broker'
    ? `No trigger of ${name} passes this event type.`
    : `Nothing takes this event type from ${kind} ${namespace}/${name}.`;
}
