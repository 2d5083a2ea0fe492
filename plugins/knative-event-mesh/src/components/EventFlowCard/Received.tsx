import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useMeshEntities } from '../../hooks/useMeshEntities';
import { receivedFilter } from '../../lib/componentFilters';
import { eventsReceivedBy } from '../../lib/eventsReceivedBy';
import { LoadedEntities } from '../LoadedEntities';
import { ReceivedTable } from '../ReceivedTable';
import { Section } from '../Section';
import { Sentence } from '../Sentence';

/** The event types that reach a sink or flow. */
export function Received(props: { entity: Entity }) {
  const entityRef = stringifyEntityRef(props.entity);
  const result = useMeshEntities([receivedFilter(entityRef)]);

  return (
    <Section title="Receives">
      <LoadedEntities result={result}>
        {entities => {
          const events = eventsReceivedBy(entityRef, entities);
          return events.length === 0 ? (
            <Sentence text="No event type that is declared is known to reach it." />
          ) : (
            <ReceivedTable events={events} />
          );
        }}
      </LoadedEntities>
    </Section>
  );
}
