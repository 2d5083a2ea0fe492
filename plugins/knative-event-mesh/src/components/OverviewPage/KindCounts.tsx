import type { EnvironmentDetails } from 'backstage-plugin-knative-event-mesh-common';
import styles from './KindCounts.module.css';

/** How many objects of each kind there are. */
export function KindCounts(props: Pick<EnvironmentDetails, 'counts'>) {
  const { counts } = props;

  return counts.length === 0 ? (
    <>None</>
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
