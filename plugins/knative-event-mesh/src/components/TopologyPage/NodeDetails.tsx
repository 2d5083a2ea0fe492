import { useEntityOfRef } from '../../hooks/useEntityOfRef';
import { CatalogContent } from '../CatalogContent';
import { EventFlow } from '../EventFlowCard';
import { Sentence } from '../Sentence';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';

/** What the page of an entity says of its events. */
export function NodeDetails(props: {
  /** Full entity ref. */
  entityRef: string;
}) {
  const { entityRef } = props;
  const reading = useEntityOfRef(entityRef);
  const t = useTopologyTexts();

  return (
    <CatalogContent what="details" reading={reading} height={120}>
      {entity =>
        entity ? (
          <EventFlow entity={entity} />
        ) : (
          <Sentence text={t('topology.panel.hidden', { entityRef })} />
        )
      }
    </CatalogContent>
  );
}
