import { type CSSProperties, Fragment } from 'react';
import { BreakableText } from '../BreakableText';
import styles from './ManifestText.module.css';

/**
 * Lines of a manifest. Where they wrap, they stay indented, and a word is broken
 * only if it is longer than a line.
 */
export function ManifestText(props: { text: string }) {
  return (
    <code className={styles.text}>
      {props.text.split('\n').map((line, index) => (
        // The lines of a text have no identity but their place.
        <Fragment key={index}>
          <span
            className={styles.line}
            style={{ '--indent': indentOf(line) } as CSSProperties}
          >
            {line.split(/( +)/).map((part, place) =>
              part.trim() === '' ? (
                part
              ) : (
                <span key={place} className={styles.word}>
                  <BreakableText text={part} />
                </span>
              ),
            )}
          </span>
          {'\n'}
        </Fragment>
      ))}
    </code>
  );
}

/** Columns before the text of a line, list marks included. */
function indentOf(line: string): number {
  return line.search(/[^ -]|$/);
}
