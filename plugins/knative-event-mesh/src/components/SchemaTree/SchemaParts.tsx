import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SchemaDocument,
  SchemaObject,
} from 'backstage-plugin-knative-event-mesh-common';
import type { SchemaPart as Part } from '../../lib/schema';
import { eventMeshTranslationRef } from '../../translation';
import { Sentence } from '../Sentence';
import { ShortList } from '../ShortList';
import { SchemaPart } from './SchemaPart';
import styles from './SchemaTree.module.css';

/** Nobody reads deeper, and no schema that means well is. */
const deepest = 32;
/** More of them take a browser noticeably long to lay out. */
const mostAtFirst = 100;

/** The parts of a schema, each with what it is made of. */
export function SchemaParts(props: {
  parts: Part[];
  document: SchemaDocument;
  above: SchemaObject[];
  depth: number;
}) {
  const { parts, document, above, depth } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  if (parts.length === 0) {
    return null;
  }
  if (depth >= deepest) {
    return <Sentence text={t('contract.schema.tooDeep')} />;
  }
  return (
    <ShortList
      items={parts}
      most={mostAtFirst}
      noun={t('contract.schema.parts')}
    >
      {shown => (
        <ul className={styles.parts}>
          {shown.map(part => (
            <li key={part.id}>
              <SchemaPart
                part={part}
                document={document}
                above={above}
                depth={depth}
              />
            </li>
          ))}
        </ul>
      )}
    </ShortList>
  );
}
