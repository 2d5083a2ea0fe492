import { Flex } from '@backstage/ui';
import type { CatalogReading } from '../../hooks/useCatalogReading';
import { severities } from '../../lib/bySeverity';
import { countOf } from '../../lib/countOf';
import type { MeshFinding } from '../../lib/findingsOf';
import { CatalogContent } from '../CatalogContent';
import { FindingsLink } from '../FindingsLink';
import { Sentence } from '../Sentence';
import { Severity } from '../Severity';
import styles from './FindingCounts.module.css';

const nouns = { error: 'error', warning: 'warning', info: 'remark' } as const;

/** How many findings of each severity an environment has, leading to them. */
export function FindingCounts(props: {
  environment: string;
  findings: CatalogReading<MeshFinding[]>;
  /** How many could not be kept. */
  leftOut?: number;
}) {
  const { environment, findings, leftOut } = props;

  return (
    <Flex direction="column" gap="1">
      <CatalogContent what="findings" reading={findings} height={20}>
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
        <Sentence
          text={`${countOf(leftOut, 'more finding')} could not be kept.`}
        />
      )}
    </Flex>
  );
}

function Counts(props: { environment: string; findings: MeshFinding[] }) {
  const { environment, findings } = props;
  const counts = severities
    .map(severity => ({
      severity,
      count: findings.filter(finding => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0);

  return counts.length === 0 ? (
    <>None</>
  ) : (
    <ul className={styles.counts}>
      {counts.map(({ severity, count }) => (
        <li key={severity}>
          <FindingsLink filter={{ environment, severity }}>
            <Severity
              severity={severity}
              text={countOf(count, nouns[severity])}
            />
          </FindingsLink>
        </li>
      ))}
    </ul>
  );
}
