import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  readBrokerDetails,
  readEventTypeDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { BrokerFlow } from './BrokerFlow';
import { ComponentFlow } from './ComponentFlow';
import { EventTypeFlow } from './EventTypeFlow';

/**
 * How events flow through the entity of the page: who provides an event type
 * and who receives it, what a broker passes on, what a component receives.
 */
export function EventFlowCard() {
  const { entity } = useEntity();
  const eventType = readEventTypeDetails(entity);
  const broker = readBrokerDetails(entity);

  return (
    <EntityInfoCard title="Event flow">
      {eventType && <EventTypeFlow details={eventType} />}
      {broker && <BrokerFlow details={broker} />}
      {!eventType && !broker && <ComponentFlow entity={entity} />}
    </EntityInfoCard>
  );
}
