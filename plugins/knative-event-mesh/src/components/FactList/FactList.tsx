import type { ReactNode } from 'react';
import styles from './FactList.module.css';

/** Something that is known of an object, under a short name. */
export interface Fact {
  term: string;
  content: ReactNode;
}

/** Facts below each other, names on the left where there is room. */
export function FactList(props: { facts: Fact[] }) {
  return props.facts.length === 0 ? null : (
    <div className={styles.container}>
      <dl className={styles.list}>
        {props.facts.map(({ term, content }) => (
          <div key={term} className={styles.fact}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.content}>{content}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
