import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Flex } from '@backstage/ui';
import type { EventTypeChoices } from '../../hooks/useEventTypeChoices';
import type { EventTypeQuery } from '../../lib/eventTypeQuery';
import { shortEntityRef } from '../../lib/shortEntityRef';
import { eventMeshTranslationRef } from '../../translation';
import { ChoiceField } from '../ChoiceField';
import { DelayedSearchField } from './DelayedSearchField';
import styles from './EventTypeFilters.module.css';

/** Which event types are looked for, with what there is to choose from. */
export function EventTypeFilters(props: {
  choices: EventTypeChoices;
  query: EventTypeQuery;
  onChange: (changes: Partial<EventTypeQuery>) => void;
}) {
  const { choices, query, onChange } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <Flex gap="3" align="end" className={styles.filters}>
      <div className={styles.text}>
        <DelayedSearchField
          label={t('eventTypes.filters.text')}
          placeholder={t('eventTypes.filters.textPlaceholder')}
          value={query.text}
          onChange={text => onChange({ text })}
        />
      </div>
      <ChoiceField
        label={t('eventTypes.filters.environment')}
        all={t('eventTypes.filters.allEnvironments')}
        options={choices.environment.map(id => ({ id, label: id }))}
        value={query.environment}
        onChange={environment => onChange({ environment })}
      />
      <ChoiceField
        label={t('eventTypes.filters.namespace')}
        all={t('eventTypes.filters.allNamespaces')}
        options={choices.namespace.map(id => ({ id, label: id }))}
        value={query.namespace}
        onChange={namespace => onChange({ namespace })}
      />
      <ChoiceField
        label={t('eventTypes.filters.broker')}
        all={t('eventTypes.filters.allBrokers')}
        options={optionsOf(choices.broker)}
        value={query.broker}
        onChange={broker => onChange({ broker })}
      />
      <ChoiceField
        label={t('eventTypes.filters.owner')}
        all={t('eventTypes.filters.allOwners')}
        options={optionsOf(choices.owner)}
        value={query.owner}
        onChange={owner => onChange({ owner })}
      />
      <ChoiceField
        label={t('eventTypes.filters.readiness')}
        all={t('eventTypes.filters.anyReadiness')}
        options={[
          { id: 'True', label: t('eventTypes.filters.ready') },
          { id: 'False', label: t('eventTypes.filters.notReady') },
          { id: 'Unknown', label: t('eventTypes.filters.readinessUnknown') },
        ]}
        value={query.readiness}
        onChange={readiness => onChange({ readiness })}
      />
      <Checkbox
        className={styles.check}
        isSelected={query.isNotConsumed}
        onChange={isNotConsumed => onChange({ isNotConsumed })}
      >
        {t('eventTypes.filters.notConsumed')}
      </Checkbox>
    </Flex>
  );
}

/** Names in few words, unless two would be called the same. */
function optionsOf(entityRefs: string[]) {
  const names = entityRefs.map(shortEntityRef);
  return entityRefs.map((id, index) => ({
    id,
    label:
      names.indexOf(names[index]) === names.lastIndexOf(names[index])
        ? names[index]
        : id,
  }));
}
