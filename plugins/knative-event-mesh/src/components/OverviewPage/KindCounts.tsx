import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EnvironmentDetails } from 'backstage-plugin-knative-event-mesh-common';
import { eventMeshTranslationRef } from '../../translation';
import styles from './KindCounts.module.css';

/** How many objects of each kind there are. */
export function KindCounts(props: Pick<EnvironmentDetails, 'counts'>) {
  const { counts } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return counts.length === 0 ? (
    <>{t('overview.none')}</>
  ) : (
    <ul className={styles.counts}>
      {counts.map(({ kind, count }) => (
        <li key={kind}>
          <span className={styles.count}>{count}</span> {kind}
        </li>
      ))}
    </ul>
  );
}
