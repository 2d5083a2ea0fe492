import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { useMemo } from 'react';
import { contractOf } from '../../lib/contract';
import { meshObjectOf } from '../../lib/meshObjectOf';
import { eventMeshTranslationRef } from '../../translation';
import { MeshCard } from '../MeshCard';
import { AttributeTable } from './AttributeTable';
import { DataSchema } from './DataSchema';
import { SampleTexts } from './SampleTexts';
import { Subscribe } from './Subscribe';

/**
 * What producers and consumers of an event type can rely on, and what they need
 * to begin: attributes, schema, a sample, and a manifest to subscribe with.
 */
export function ContractContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const contract = useMemo(() => contractOf(entity), [entity]);

  return (
    <Flex direction="column" gap="4">
      <MeshCard title={t('contract.attributes.title')}>
        <AttributeTable attributes={contract.attributes} />
      </MeshCard>
      <MeshCard title={t('contract.data.title')}>
        <DataSchema schema={contract.schema} schemaUrl={contract.schemaUrl} />
      </MeshCard>
      <MeshCard title={t('contract.sample.title')}>
        <SampleTexts contract={contract} entity={entity} />
      </MeshCard>
      <MeshCard title={t('contract.subscribe.title')}>
        <Subscribe contract={contract} name={meshObjectOf(entity).name} />
      </MeshCard>
    </Flex>
  );
}
