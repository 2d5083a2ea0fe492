import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { useBrokers } from '../../hooks/useBrokers';
import { useUrlParameters } from '../../hooks/useUrlParameters';
import { changesToEvent } from '../../lib/eventInUrl';
import { eventMeshTranslationRef } from '../../translation';
import { CatalogContent } from '../CatalogContent';
import { ChoiceField } from '../ChoiceField';
import { PageContent } from '../PageContent';
import { Sentence } from '../Sentence';
import { BrokerTrial } from './BrokerTrial';
import styles from './TryEventPage.module.css';

/** Which triggers of a broker would deliver an event, to whom, and why not the others. */
export function TryEventPage() {
  const brokers = useBrokers();
  const [parameters, change] = useUrlParameters();
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <PageContent introduction={t('tryEvent.introduction')}>
      <CatalogContent
        what={t('tryEvent.brokers')}
        reading={brokers}
        height={240}
      >
        {choices => {
          if (choices.length === 0) {
            return (
              <Alert
                status="info"
                icon
                title={t('tryEvent.noBroker.title')}
                description={t('tryEvent.noBroker.description')}
              />
            );
          }
          const only = choices.length === 1 ? choices[0].entityRef : '';
          const brokerRef = parameters.get('broker') ?? only;
          return (
            <>
              <div className={styles.broker}>
                <ChoiceField
                  label={t('tryEvent.broker')}
                  all={t('tryEvent.chooseBroker')}
                  options={choices.map(({ entityRef, name, environment }) => ({
                    id: entityRef,
                    label: environment
                      ? t('tryEvent.brokerInEnvironment', {
                          broker: name,
                          environment,
                        })
                      : name,
                  }))}
                  value={brokerRef}
                  onChange={broker =>
                    change({
                      ...changesToEvent(parameters, []),
                      eventType: undefined,
                      broker: broker || undefined,
                    })
                  }
                />
              </div>
              {brokerRef ? (
                <BrokerTrial key={brokerRef} brokerRef={brokerRef} />
              ) : (
                <Sentence text={t('tryEvent.brokerHint')} />
              )}
            </>
          );
        }}
      </CatalogContent>
    </PageContent>
  );
}
