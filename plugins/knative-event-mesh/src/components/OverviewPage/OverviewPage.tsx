import { Alert } from '@backstage/ui';
import { useEnvironments } from '../../hooks/useEnvironments';
import { useMeshFindings } from '../../hooks/useMeshFindings';
import { CatalogContent } from '../CatalogContent';
import { PageContent } from '../PageContent';
import { EnvironmentSummary } from './EnvironmentSummary';
import styles from './OverviewPage.module.css';

/** Each environment: whether it is read, what is in it, and what is wrong. */
export function OverviewPage() {
  const environments = useEnvironments();
  const findings = useMeshFindings();

  return (
    <PageContent introduction="Each environment: when it was read, what is in it, and what is wrong there.">
      <CatalogContent what="environments" reading={environments} height={240}>
        {entities =>
          entities.length === 0 ? (
            <Alert
              status="info"
              icon
              title="The catalog has no event mesh yet."
              description="Add the module backstage-plugin-catalog-backend-module-knative-event-mesh to the backend, and an environment to catalog.providers.knativeEventMesh. An environment appears here after its first poll; until then, the log of the backend says why not."
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
