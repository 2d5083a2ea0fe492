import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type {
  SchemaDocument,
  SchemaObject,
} from 'backstage-plugin-knative-event-mesh-common';
import { useMemo, useState } from 'react';
import { describeSchema, type SchemaPart as Part } from '../../lib/schema';
import { eventMeshTranslationRef } from '../../translation';
import { Sentence } from '../Sentence';
import { ShortList } from '../ShortList';
import { SchemaSummary } from './SchemaSummary';
import styles from './SchemaTree.module.css';

/** Nobody reads deeper, and no schema that means well is. */
const deepest = 32;
/** More of them take a browser noticeably long to lay out. */
const mostAtFirst = 100;
/** Levels that are open at first. */
const openLevels = 2;
/** A level with more parts than that begins closed: it would bury the others. */
const mostOpen = 30;

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

/** A property or another part of a schema; what it is made of can be opened. */
function SchemaPart(props: {
  part: Part;
  document: SchemaDocument;
  above: SchemaObject[];
  depth: number;
}) {
  const { part, document, above, depth } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const node = useMemo(
    () => describeSchema(part.schema, document, above),
    [part.schema, document, above],
  );
  const [isOpen, setIsOpen] = useState(
    depth + 1 < openLevels && node.parts.length <= mostOpen,
  );

  const head = (
    <span className={styles.head}>
      {part.isName ? (
        <code className={styles.name}>{part.label}</code>
      ) : (
        <em className={styles.label}>{part.label}</em>
      )}
      <span className={styles.type}>{node.type}</span>
      {part.isRequired && (
        <span className={styles.required}>{t('contract.required')}</span>
      )}
    </span>
  );
  if (node.parts.length === 0) {
    return (
      <div className={styles.leaf}>
        {head}
        <SchemaSummary node={node} withoutType />
      </div>
    );
  }
  return (
    <Accordion
      className={styles.part}
      isExpanded={isOpen}
      onExpandedChange={setIsOpen}
    >
      <AccordionTrigger level={4} className={styles.trigger}>
        {head}
      </AccordionTrigger>
      <AccordionPanel className={styles.panel}>
        {isOpen && (
          <>
            <SchemaSummary node={node} withoutType />
            <SchemaParts
              parts={node.parts}
              document={document}
              above={node.above}
              depth={depth + 1}
            />
          </>
        )}
      </AccordionPanel>
    </Accordion>
  );
}
