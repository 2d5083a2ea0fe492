import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { useEnvironments } from '../../hooks/useEnvironments';
import { useMeshFindings } from '../../hooks/useMeshFindings';
import { eventMeshTranslationRef } from '../../translation';
import { CatalogContent } from '../CatalogContent';
import { PageContent } from '../PageContent';
import { EnvironmentSummary } from './EnvironmentSummary';
import styles from './OverviewPage.module.css';

/** Each environment: whether it is read, what is in it, and what is wrong. */
export function OverviewPage() {
  const environments = useEnvironments();
  const findings = useMeshFindings();
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <PageContent introduction={t('overview.introduction')}>
      <CatalogContent
        what={t('overview.environments')}
        reading={environments}
        height={240}
      >
        {entities =>
          entities.length === 0 ? (
            <Alert
              status="info"
              icon
              title={t('overview.empty.title')}
              description={t('overview.empty.description')}
            />
          ) : (
            <div className={styles.environments}>
              {entities.map(entity => (
                <EnvironmentSummary
                  key={entity.metadata.name}
                  entity={entity}
                  findings={findings}
                />
              ))}
            </div>
          )
        }
      </CatalogContent>
    </PageContent>
  );
}
