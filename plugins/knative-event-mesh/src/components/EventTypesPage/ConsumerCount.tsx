import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { EventTypeRow } from '../../lib/eventTypeRow';
import { eventMeshTranslationRef } from '../../translation';

/** How many ways there are to a consumer; possible ones are not counted among them. */
export function ConsumerCount(props: {
  counts: EventTypeRow['consumerCounts'];
}) {
  const { counts } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  if (!counts) {
    return (
      <Text variant="body-small" color="secondary">
        {t('eventTypes.consumersNotKnown')}
      </Text>
    );
  }
  const possible =
    counts.maybe > 0
      ? t('eventTypes.consumersPossible', { number: String(counts.maybe) })
      : undefined;
  if (counts.yes === 0) {
    return (
      <Text variant="body-small">
        {possible ?? t('eventTypes.consumersNone')}
      </Text>
    );
  }
  return (
    <Text variant="body-small">
      {possible ? `${counts.yes}, ${possible}` : String(counts.yes)}
    </Text>
  );
}
