import { findingExplanations } from '../../lib/findingExplanations';
import { BreakableText } from '../BreakableText';
import styles from './CodeLink.module.css';

/** Where on the page a code is explained. */
export function explanationId(code: string): string {
  return `finding-${code}`;
}

/** The code of a finding, leading to what it means further down. */
export function CodeLink(props: { code: string }) {
  const { code } = props;
  const name = <BreakableText text={code} />;

  return Object.hasOwn(findingExplanations, code) ? (
    // Not a link of the router: the browser knows how to go to a place.
    <a className={styles.link} href={`#${explanationId(code)}`}>
      {name}
    </a>
  ) : (
    <span className={styles.code}>{name}</span>
  );
}
