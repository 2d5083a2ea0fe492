import {
  readSchemaDocument,
  type SchemaObject,
} from 'backstage-plugin-knative-event-mesh-common';
import { useMemo } from 'react';
import { describeSchema } from '../../lib/schema';
import { SchemaParts } from './SchemaParts';
import { SchemaSummary } from './SchemaSummary';
import styles from './SchemaTree.module.css';

/**
 * A JSON Schema as a tree: what there is, what is required, and what is allowed.
 * The schema is text that anyone may have written: it is shown as text, nothing
 * that it refers to is fetched, and only what is opened is looked at.
 */
export function SchemaTree(props: { schema: SchemaObject }) {
  const { schema } = props;
  const document = useMemo(() => readSchemaDocument(schema), [schema]);
  const node = useMemo(
    () => describeSchema(schema, document),
    [schema, document],
  );

  return (
    <div className={styles.tree}>
      <SchemaSummary node={node} />
      <SchemaParts
        parts={node.parts}
        document={document}
        above={node.above}
        depth={0}
      />
    </div>
  );
}
