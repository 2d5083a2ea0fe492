import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { MeshCard } from '../MeshCard';
import { TopologyLink } from '../TopologyLink';
import { EventFlow } from './EventFlow';

/** How events flow through the entity of the page. */
export function EventFlowCard() {
  const { entity } = useEntity();

  return (
    <MeshCard
      title="Event flow"
      headerActions={<TopologyLink entityRef={stringifyEntityRef(entity)} />}
    >
      <EventFlow entity={entity} />
    </MeshCard>
  );
}
