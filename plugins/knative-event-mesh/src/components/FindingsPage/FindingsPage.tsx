import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useMeshFindings } from '../../hooks/useMeshFindings';
import { downloadText } from '../../lib/downloadText';
import { filterFindings } from '../../lib/filterFindings';
import { findingsAsCsv } from '../../lib/findingsAsCsv';
import type { MeshFinding } from '../../lib/findingsOf';
import { eventMeshTranslationRef } from '../../translation';
import { CatalogContent } from '../CatalogContent';
import { PageContent } from '../PageContent';
import { CodeExplanations } from './CodeExplanations';
import { FindingFilters } from './FindingFilters';
import { FindingTable } from './FindingTable';
import { useFindingFilter } from './useFindingFilter';

/** Everything that is wrong in the meshes of the catalog, or worth knowing. */
export function FindingsPage() {
  const reading = useMeshFindings();
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <PageContent introduction={t('findings.introduction')}>
      <CatalogContent what={t('findings.what')} reading={reading} height={240}>
        {findings =>
          findings.length === 0 ? (
            <Alert
              status="success"
              icon
              title={t('findings.none.title')}
              description={t('findings.none.description')}
            />
          ) : (
            <FilteredFindings findings={findings} />
          )
        }
      </CatalogContent>
    </PageContent>
  );
}

function FilteredFindings(props: { findings: MeshFinding[] }) {
  const { findings } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const [filter, setFilter] = useFindingFilter();
  const found = filterFindings(findings, filter);

  return (
    <Flex direction="column" gap="4">
      <FindingFilters
        findings={findings}
        filter={filter}
        onChange={setFilter}
      />
      <Flex align="center" justify="between" gap="3">
        <Text variant="body-small" color="secondary" role="status">
          {t('findings.shown', {
            shown: String(found.length),
            all: String(findings.length),
          })}
        </Text>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiDownloadLine />}
          isDisabled={found.length === 0}
          onPress={() =>
            downloadText(
              'event-mesh-findings.csv',
              'text/csv;charset=utf-8',
              findingsAsCsv(found),
            )
          }
        >
          {t('findings.exportAsCsv')}
        </Button>
      </Flex>
      {found.length === 0 ? (
        <Flex direction="column" gap="2" align="start">
          <Text variant="body-medium">{t('findings.noneFits')}</Text>
          <Button
            size="small"
            variant="secondary"
            onPress={() =>
              setFilter({ severity: '', environment: '', code: '', text: '' })
            }
          >
            {t('findings.showAll')}
          </Button>
        </Flex>
      ) : (
        <FindingTable findings={found} />
      )}
      <CodeExplanations codes={found.map(({ code }) => code)} />
    </Flex>
  );
}
