import { Alert } from '@backstage/ui';
import { useBrokers } from '../../hooks/useBrokers';
import { useUrlParameters } from '../../hooks/useUrlParameters';
import { changesToEvent } from '../../lib/eventInUrl';
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

  return (
    <PageContent introduction="Say what an event is like, and see which triggers of a broker would deliver it, to whom, and why not the others. Nothing is sent.">
      <CatalogContent what="brokers" reading={brokers} height={240}>
        {choices => {
          if (choices.length === 0) {
            return (
              <Alert
                status="info"
                icon
                title="The catalog has no broker."
                description="Only brokers have filters: what is sent to a channel or a sink is delivered as it is."
              />
            );
          }
          const only = choices.length === 1 ? choices[0].entityRef : '';
          const brokerRef = parameters.get('broker') ?? only;
          return (
            <>
              <div className={styles.broker}>
                <ChoiceField
                  label="Broker"
                  all="Choose a broker"
                  options={choices.map(({ entityRef, name, environment }) => ({
                    id: entityRef,
                    label: environment ? `${name} in ${environment}` : name,
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
                <Sentence text="The event is sent to a broker, whose triggers decide where it goes." />
              )}
            </>
          );
        }}
      </CatalogContent>
    </PageContent>
  );
}
