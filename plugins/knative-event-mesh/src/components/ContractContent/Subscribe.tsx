import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import { type EventContract, subscriptionManifest } from '../../lib/contract';
import { eventMeshTranslationRef } from '../../translation';
import { CopyableText } from '../CopyableText';
import { Sentence } from '../Sentence';

/** The manifest that subscribes a Service to an event type. */
export function Subscribe(props: {
  contract: EventContract;
  /** Of the EventType. */
  name: string;
}) {
  const { contract, name } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const manifest = subscriptionManifest(contract.type, name, contract.provider);

  if (!manifest) {
    return <Sentence text={t('contract.subscribe.none')} />;
  }
  return (
    <Flex direction="column" gap="3">
      <Sentence
        text={
          manifest.kind === 'Trigger'
            ? t('contract.subscribe.trigger')
            : t('contract.subscribe.subscription')
        }
      />
      <CopyableText
        label={t('contract.subscribe.manifest', { kind: manifest.kind })}
        text={manifest.yaml}
      />
    </Flex>
  );
}
