import styles from './Legend.module.css';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';

const entries = [
  'certain',
  'maybe',
  'unconfirmed',
  'reply',
  'deadLetter',
] as const;

/** What the lines of the graph mean. */
export function Legend() {
  const t = useTopologyTexts();

  return (
    <ul className={styles.legend} aria-label={t('topology.legend.label')}>
      {entries.map(entry => (
        <li key={entry} className={styles.entry}>
          <svg width="32" height="8" aria-hidden className={styles[entry]}>
            <line x1="1" y1="4" x2="31" y2="4" />
          </svg>
          {t(`topology.legend.${entry}`)}
        </li>
      ))}
    </ul>
  );
}
