import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { FlowNode } from './flowNodes';
import { BreakableText } from '../BreakableText';
import styles from './MeshNodeBox.module.css';
import { RoleIcon } from './RoleIcon';
import { StateIcon } from './StateIcon';

/**
 * What is drawn for a node. Few elements: there may be a thousand of them. The
 * label of the node says all of it to those who hear it, in the same order, so
 * that whoever speaks to the browser can name it by what is drawn; blanks keep
 * the lines apart in the text.
 */
export const MeshNodeBox = memo(Box);

function Box(props: NodeProps<FlowNode>) {
  const { node, name, state, findings, isFocus, isDimmed, isSelected } =
    props.data;
  // Their names are long, and the head of the lane says what they are.
  const isEventType = node.lane === 'eventType';
  const classes = [
    styles.box,
    !isEventType && styles[node.lane],
    node.presence !== 'inCatalog' && styles.absent,
    isEventType && styles.eventType,
    node.role === 'eventTypes' && styles.many,
    isFocus && styles.focus,
    isDimmed && styles.dimmed,
    isSelected && styles.selected,
  ].filter(Boolean);

  return (
    <div className={classes.join(' ')} aria-hidden>
      {!isEventType && (
        <div className={styles.kind}>
          <RoleIcon role={node.role} size={14} />
          {node.kind}
          {node.namespace && ` · ${node.namespace}`}
        </div>
      )}{' '}
      <div className={styles.name} title={name}>
        {isEventType ? <BreakableText text={name} /> : name}
      </div>{' '}
      <div className={styles.state}>
        {state && (
          <span className={styles[state.tone]} title={state.text}>
            <StateIcon tone={state.tone} size={14} />
            <span>{state.text}</span>
          </span>
        )}{' '}
        {findings && <span className={styles.findings}>⚠ {findings}</span>}
      </div>
    </div>
  );
}
