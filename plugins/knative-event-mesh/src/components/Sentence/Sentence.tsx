import { Text } from '@backstage/ui';
import { BreakableText } from '../BreakableText';
import styles from './Sentence.module.css';

/** A sentence in smaller print; what stands in backticks is shown as code. */
export function Sentence(props: { text: string }) {
  return (
    <Text variant="body-small" color="secondary" className={styles.sentence}>
      {props.text.split('`').map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <code key={index} className={styles.code}>
            <BreakableText text={part} />
          </code>
        ),
      )}
    </Text>
  );
}
