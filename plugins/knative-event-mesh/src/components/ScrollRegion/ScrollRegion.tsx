import type { ReactNode } from 'react';
import styles from './ScrollRegion.module.css';

/** Something long in a frame that scrolls, with the keyboard too. */
export function ScrollRegion(props: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={props.label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without the focus, the arrow keys scroll the page instead
      tabIndex={0}
      className={styles.region}
    >
      {props.children}
    </div>
  );
}
