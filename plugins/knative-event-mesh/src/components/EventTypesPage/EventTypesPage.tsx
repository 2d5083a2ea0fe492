import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, TablePagination, Text } from '@backstage/ui';
import { useEventTypeChoices } from '../../hooks/useEventTypeChoices';
import {
  type EventTypeList,
  useEventTypeList,
} from '../../hooks/useEventTypeList';
import { useEventTypeQuery } from '../../hooks/useEventTypeQuery';
import {
  type EventTypeQuery,
  eventTypesPerPage,
  isNarrowed,
} from '../../lib/eventTypeQuery';
import { eventMeshTranslationRef } from '../../translation';
import { CatalogContent } from '../CatalogContent';
import { PageContent } from '../PageContent';
import { EventTypeFilters } from './EventTypeFilters';
import { EventTypeTable } from './EventTypeTable';

const everything: Partial<EventTypeQuery> = {
  text: '',
  environment: '',
  namespace: '',
  broker: '',
  owner: '',
  readiness: '',
  isNotConsumed: false,
};

/** The event types of all meshes in the catalog, to be searched page by page. */
export function EventTypesPage() {
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const [query, change] = useEventTypeQuery();
  const choices = useEventTypeChoices();
  const { reading, isBefore } = useEventTypeList(query);

  return (
    <PageContent introduction={t('eventTypes.introduction')}>
      <EventTypeFilters choices={choices} query={query} onChange={change} />
      <CatalogContent
        what={t('eventTypes.what')}
        reading={reading}
        height={480}
      >
        {list =>
          list.rows.length === 0 ? (
            <NothingFound list={list} query={query} onChange={change} />
          ) : (
            <FoundEventTypes
              list={list}
              isBefore={isBefore}
              query={query}
              onChange={change}
            />
          )
        }
      </CatalogContent>
    </PageContent>
  );
}

interface ResultProps {
  list: EventTypeList;
  query: EventTypeQuery;
  onChange: (changes: Partial<EventTypeQuery>) => void;
}

function FoundEventTypes(props: ResultProps & { isBefore: boolean }) {
  const { list, isBefore, query, onChange } = props;
  const { rows, offset, total } = list;
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const shown = t('eventTypes.shown', {
    from: String(offset + 1),
    to: String(offset + rows.length),
    total: String(total),
  });

  return (
    <Flex direction="column" gap="3">
      <Text variant="body-small" color="secondary" role="status">
        {shown}
      </Text>
      <EventTypeTable
        rows={rows}
        isBefore={isBefore}
        query={query}
        onChange={onChange}
      />
      {total > eventTypesPerPage && (
        <TablePagination
          pageSize={eventTypesPerPage}
          pageSizeOptions={[eventTypesPerPage]}
          showPageSizeOptions={false}
          offset={offset}
          totalCount={total}
          getLabel={() => shown}
          hasNextPage={offset + rows.length < total}
          hasPreviousPage={offset > 0}
          onNextPage={() => onChange({ page: query.page + 1 })}
          onPreviousPage={() => onChange({ page: query.page - 1 })}
        />
      )}
    </Flex>
  );
}

function NothingFound(props: ResultProps) {
  const { list, query, onChange } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  if (list.total > 0) {
    return (
      <Flex direction="column" gap="2" align="start">
        <Text variant="body-medium">
          {t('eventTypes.noSuchPage', { page: String(query.page) })}
        </Text>
        <Button
          size="small"
          variant="secondary"
          onPress={() => onChange({ page: 1 })}
        >
          {t('eventTypes.showFirst')}
        </Button>
      </Flex>
    );
  }
  if (!isNarrowed(query)) {
    return (
      <Alert
        status="info"
        icon
        title={t('eventTypes.empty.title')}
        description={t('eventTypes.empty.description')}
      />
    );
  }
  return (
    <Flex direction="column" gap="2" align="start">
      <Text variant="body-medium" role="status">
        {t('eventTypes.noneFits')}
      </Text>
      <Button
        size="small"
        variant="secondary"
        onPress={() => onChange(everything)}
      >
        {t('eventTypes.showAll')}
      </Button>
    </Flex>
  );
}
