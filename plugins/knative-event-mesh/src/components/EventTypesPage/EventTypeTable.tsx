import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import type { EventTypeOrder, EventTypeQuery } from '../../lib/eventTypeQuery';
import { eventTypeOrders } from '../../lib/eventTypeQuery';
import type { EventTypeRow } from '../../lib/eventTypeRow';
import { eventMeshTranslationRef } from '../../translation';
import { EventTypeLink } from '../EventTypeLink';
import { type FlowColumn, PlainTable } from '../FlowTable';
import { ObjectLink } from '../ObjectLink';
import { Readiness } from '../Readiness';
import { ConsumerCount } from './ConsumerCount';
import styles from './EventTypeTable.module.css';

/** Event types, one each row, sorted by the catalog. */
export function EventTypeTable(props: {
  rows: EventTypeRow[];
  query: EventTypeQuery;
  onChange: (changes: Partial<EventTypeQuery>) => void;
  /** Whether the rows are those of an earlier question. */
  isBefore: boolean;
}) {
  const { rows, query, onChange, isBefore } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  const secondary = (text: string) => (
    <Text variant="body-small" color="secondary">
      {text}
    </Text>
  );
  const columns: FlowColumn<EventTypeRow>[] = [
    {
      id: 'type',
      label: t('eventTypes.columns.type'),
      width: 33,
      content: ({ id, type, description }) => (
        <Flex direction="column" gap="1">
          <EventTypeLink entityRef={id} type={type} />
          {description && (
            <Text
              variant="body-small"
              color="secondary"
              className={styles.description}
            >
              {description}
            </Text>
          )}
        </Flex>
      ),
    },
    {
      id: 'provider',
      label: t('eventTypes.columns.provider'),
      width: 20,
      content: ({ provider }) =>
        provider ? (
          <Flex direction="column" gap="1">
            <ObjectLink {...provider} />
            {!provider.entityRef && secondary(t('eventTypes.notInCatalog'))}
          </Flex>
        ) : (
          secondary(t('eventTypes.notAssigned'))
        ),
    },
    {
      id: 'namespace',
      label: t('eventTypes.columns.namespace'),
      width: 15,
      content: ({ namespace, environment }) => (
        <Flex direction="column" gap="1">
          <Text variant="body-small">{namespace}</Text>
          {environment &&
            secondary(t('eventTypes.inEnvironment', { environment }))}
        </Flex>
      ),
    },
    {
      id: 'consumers',
      label: t('eventTypes.columns.consumers'),
      width: 11,
      content: ({ consumerCounts }) => (
        <ConsumerCount counts={consumerCounts} />
      ),
    },
    {
      id: 'readiness',
      label: t('eventTypes.columns.readiness'),
      width: 11,
      content: ({ readiness }) =>
        readiness ? (
          <Readiness readiness={readiness} />
        ) : (
          secondary(t('eventTypes.readinessNotSaid'))
        ),
    },
    {
      id: 'owner',
      label: t('eventTypes.columns.owner'),
      width: 10,
      content: ({ owner }) =>
        owner ? (
          <EntityRefLink entityRef={owner} defaultKind="group" hideIcon />
        ) : (
          secondary(t('eventTypes.ownerNotSaid'))
        ),
    },
  ];

  return (
    <div aria-busy={isBefore} className={isBefore ? styles.before : undefined}>
      <PlainTable
        label={t('eventTypes.title')}
        columns={columns}
        rows={rows}
        sort={{
          columns: Object.keys(eventTypeOrders),
          by: query.sort,
          direction: query.direction,
          onChange: (by, direction) =>
            onChange({ sort: by as EventTypeOrder, direction }),
        }}
      />
    </div>
  );
}
