import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import { type Broker, useBroker } from '../../hooks/useBroker';
import { useUrlParameters } from '../../hooks/useUrlParameters';
import {
  changeOfAttribute,
  changesToEvent,
  eventOfUrl,
} from '../../lib/eventInUrl';
import { tryEvent } from '../../lib/tryEvent';
import { eventMeshTranslationRef } from '../../translation';
import { CatalogContent } from '../CatalogContent';
import { ChoiceField } from '../ChoiceField';
import { EventForm } from './EventForm';
import { Outcome } from './Outcome';
import styles from './TryEventPage.module.css';

/** An event, and what the triggers of a broker do with it. */
export function BrokerTrial(props: {
  /** Full entity ref. */
  brokerRef: string;
}) {
  const { brokerRef } = props;
  const broker = useBroker(brokerRef);
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <CatalogContent
      what={t('tryEvent.triggers.what')}
      reading={broker}
      height={240}
    >
      {read =>
        read ? (
          <Trial broker={read} />
        ) : (
          <Alert
            status="warning"
            icon
            title={t('tryEvent.unknownBroker.title')}
            description={t('tryEvent.unknownBroker.description', { brokerRef })}
          />
        )
      }
    </CatalogContent>
  );
}

function Trial(props: { broker: Broker }) {
  const { details, eventTypes, isKnativeAtLeast115 } = props.broker;
  const [parameters, change] = useUrlParameters();
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const given = eventOfUrl(parameters);
  const chosen = eventTypes.find(
    ({ entityRef }) => entityRef === parameters.get('eventType'),
  );
  // A link may name an event type alone.
  const event = given.length === 0 && chosen ? chosen.attributes : given;

  return (
    <div className={styles.trial}>
      <Flex direction="column" gap="4">
        <ChoiceField
          label={t('tryEvent.startFrom')}
          all={t('tryEvent.startFromNone')}
          options={eventTypes.map(({ entityRef, type }) => ({
            id: entityRef,
            label: type,
          }))}
          value={parameters.get('eventType') ?? ''}
          onChange={eventType =>
            change({
              ...changesToEvent(
                parameters,
                eventTypes.find(({ entityRef }) => entityRef === eventType)
                  ?.attributes ?? [],
              ),
              eventType: eventType || undefined,
            })
          }
        />
        <EventForm
          attributes={event}
          onChange={(name, value) =>
            change({
              ...changesToEvent(parameters, event),
              ...changeOfAttribute(name, value),
            })
          }
        />
      </Flex>
      <Outcome
        details={details}
        tried={
          event.some(({ value }) => value)
            ? tryEvent(event, details, isKnativeAtLeast115)
            : undefined
        }
      />
    </div>
  );
}
