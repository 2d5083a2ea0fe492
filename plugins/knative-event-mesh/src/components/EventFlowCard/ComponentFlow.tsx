import {
  type Entity,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import { useMeshEntities } from '../../hooks/useMeshEntities';
import { componentFilters } from '../../lib/componentFilters';
import { eventsReceivedBy } from '../../lib/eventsReceivedBy';
import { eventsSentBy } from '../../lib/eventsSentBy';
import { otherLinksOf } from '../../lib/otherLinksOf';
import { LinkAdvice } from '../LinkAdvice';
import { LoadedEntities } from '../LoadedEntities';
import { OtherLinkTable } from '../OtherLinkTable';
import { ReceivedTable } from '../ReceivedTable';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { SentTable } from '../SentTable';

/** Which event types a component receives and sends, and through what. */
export function ComponentFlow(props: { entity: Entity }) {
  const componentRef = stringifyEntityRef(props.entity);
  const result = useMeshEntities(componentFilters(componentRef));

  return (
    <LoadedEntities result={result}>
      {entities => <Loaded component={props.entity} entities={entities} />}
    </LoadedEntities>
  );
}

function Loaded(props: { component: Entity; entities: Entity[] }) {
  const { component, entities } = props;
  const componentRef = stringifyEntityRef(component);
  const provided = (component.relations ?? [])
    .filter(({ type }) => type === RELATION_PROVIDES_API)
    .map(({ targetRef }) => targetRef);

  const received = eventsReceivedBy(componentRef, entities);
  const sent = eventsSentBy(componentRef, provided, entities);
  const others = otherLinksOf(componentRef, entities);
  const ways = {
    in: others.filter(({ way }) => way === 'in'),
    out: others.filter(({ way }) => way === 'out'),
    deadLetter: others.filter(({ way }) => way === 'deadLetter'),
  };

  return (
    <Flex direction="column" gap="4">
      <Section title="Receives">
        {received.length === 0 && ways.in.length === 0 && (
          <>
            <Sentence text="No event type of the mesh is delivered to this component." />
            <LinkAdvice component={component} />
          </>
        )}
        {received.length > 0 && <ReceivedTable events={received} />}
        {ways.in.length > 0 && (
          <>
            <Sentence text="Which event types come through these is not known:" />
            <OtherLinkTable label="Other ways to it" links={ways.in} />
          </>
        )}
      </Section>
      <Section title="Sends">
        {sent.length === 0 && ways.out.length === 0 && (
          <Sentence text="Nothing is known. What a component sends on its own account leaves no trace in the cluster; `providesApis` in its catalog file tells it." />
        )}
        {sent.length > 0 && <SentTable events={sent} />}
        {ways.out.length > 0 && (
          <OtherLinkTable label="Sources" links={ways.out} />
        )}
      </Section>
      {ways.deadLetter.length > 0 && (
        <Section title="Dead letter sink of">
          <OtherLinkTable label="Dead letters" links={ways.deadLetter} />
        </Section>
      )}
    </Flex>
  );
}
