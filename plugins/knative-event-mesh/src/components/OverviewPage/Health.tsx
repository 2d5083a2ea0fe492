import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import { RiAlertLine, RiCheckboxCircleLine } from '@remixicon/react';
import { eventMeshTranslationRef } from '../../translation';
import { Sentence } from '../Sentence';
import { StatusLabel } from '../StatusLabel';

/** Whether an environment is read, and all of it. */
export function Health(props: {
  isStale: boolean;
  /** How many kinds or namespaces could not be read. */
  omissions: number;
  /** How many entities stay of objects that are gone, in case it is a mistake. */
  doubted: number;
}) {
  const { isStale, omissions, doubted } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  if (!isStale && omissions === 0 && doubted === 0) {
    return (
      <StatusLabel
        tone="positive"
        icon={<RiCheckboxCircleLine size={16} />}
        text={t('overview.health.read')}
      />
    );
  }
  return (
    <Flex direction="column" gap="1">
      {isStale && (
        <>
          <Warning text={t('overview.health.stale')} />
          <Sentence text={t('overview.health.staleDescription')} />
        </>
      )}
      {omissions > 0 && (
        <>
          <Warning text={t('overview.health.partial')} />
          <Sentence
            text={t('overview.health.partialDescription', { count: omissions })}
          />
        </>
      )}
      {doubted > 0 && (
        <>
          <Warning text={t('overview.health.doubt')} />
          <Sentence
            text={t('overview.health.doubtDescription', { count: doubted })}
          />
        </>
      )}
    </Flex>
  );
}

function Warning(props: { text: string }) {
  return (
    <StatusLabel
      tone="warning"
      icon={<RiAlertLine size={16} />}
      text={props.text}
    />
  );
}
