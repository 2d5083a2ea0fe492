import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type { CatalogReading } from '../../hooks/useCatalogReading';
import { severities } from '../../lib/bySeverity';
import type { MeshFinding } from '../../lib/findingsOf';
import { eventMeshTranslationRef } from '../../translation';
import { CatalogContent } from '../CatalogContent';
import { FindingsLink } from '../FindingsLink';
import { Sentence } from '../Sentence';
import { Severity } from '../Severity';
import styles from './FindingCounts.module.css';

/** How many findings of each severity an environment has, leading to them. */
export function FindingCounts(props: {
  environment: string;
  findings: CatalogReading<MeshFinding[]>;
  /** How many could not be kept. */
  leftOut?: number;
}) {
  const { environment, findings, leftOut } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <Flex direction="column" gap="1">
      <CatalogContent
        what={t('overview.findings.what')}
        reading={findings}
        height={20}
      >
        {read => (
          <Counts
            environment={environment}
            findings={read.filter(
              finding => finding.environment === environment,
            )}
          />
        )}
      </CatalogContent>
      {leftOut !== undefined && (
        <Sentence text={t('overview.findings.leftOut', { count: leftOut })} />
      )}
    </Flex>
  );
}

function Counts(props: { environment: string; findings: MeshFinding[] }) {
  const { environment, findings } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const counts = severities
    .map(severity => ({
      severity,
      count: findings.filter(finding => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0);

  return counts.length === 0 ? (
    <>{t('overview.none')}</>
  ) : (
    <ul className={styles.counts}>
      {counts.map(({ severity, count }) => (
        <li key={severity}>
          <FindingsLink filter={{ environment, severity }}>
            <Severity
              severity={severity}
              text={t(`overview.findings.${severity}`, { count })}
            />
          </FindingsLink>
        </li>
      ))}
    </ul>
  );
}
