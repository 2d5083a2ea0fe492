import type { SchemaNode } from '../../lib/schema';
import { Sentence } from '../Sentence';
import styles from './SchemaTree.module.css';

/** What is said of one place in a schema. */
export function SchemaSummary(props: {
  node: SchemaNode;
  /** Where the type is said already. */
  withoutType?: boolean;
}) {
  const { node, withoutType } = props;
  const { type, title, description, constraints, remark } = node;
  const facts = [...(withoutType ? [] : [type]), ...constraints];

  return (
    <>
      {(title || description) && (
        <p className={styles.description}>
          {[title, description].filter(Boolean).join(': ')}
        </p>
      )}
      {facts.length > 0 && <Sentence text={facts.join(', ')} />}
      {remark && <Sentence text={remark} />}
    </>
  );
}
