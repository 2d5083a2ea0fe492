import { RiInformationLine } from '@remixicon/react';
import { Sentence } from '../Sentence';
import styles from './Note.module.css';

/** Something worth knowing that is no doubt. */
export function Note(props: { text: string }) {
  return (
    <div className={styles.note}>
      <span className={styles.icon} aria-hidden>
        <RiInformationLine size={16} />
      </span>
      <Sentence text={`Note: ${props.text}`} />
    </div>
  );
}
