import { type EdgeProps, getBezierPath, Position } from '@xyflow/react';
import { memo } from 'react';
import type { FlowEdge } from './flowElements';
import styles from './MeshEdgeLine.module.css';

/** Where on its way the label of an edge stands: before the lines meet. */
const labelShare = 0.62;

/** What is drawn for an edge: its line, and what stands at it. */
export const MeshEdgeLine = memo(Line);

function Line(props: EdgeProps<FlowEdge>) {
  const { data, sourcePosition, targetPosition, markerEnd } = props;
  const { sourceX, sourceY, targetX, targetY } = props;
  const [path] = getBezierPath({
    sourceX,
    sourceY,
    sourcePosition,
    targetX,
    targetY,
    targetPosition,
    curvature: 0.35,
  });
  const { edge, label, isMaybe, isUnconfirmed, isDimmed, isActive } = data!;
  const classes = [
    styles.line,
    styles[edge.kind],
    isMaybe && styles.maybe,
    isUnconfirmed && styles.unconfirmed,
    isDimmed && styles.dimmed,
    isActive && styles.active,
  ].filter(Boolean);
  const isUsual = edge.kind !== 'reply' && edge.kind !== 'deadLetter';
  const isBack = sourcePosition === Position.Left;

  return (
    <g className={classes.join(' ')}>
      <path d={path} className={styles.path} markerEnd={markerEnd} />
      {label && (
        <text
          className={
            isUsual && !isActive ? `${styles.label} mesh-filter` : styles.label
          }
          x={sourceX + (targetX - sourceX) * (isBack ? 0.5 : labelShare)}
          y={labelY(sourceY, targetY, isBack ? 0.5 : labelShare)}
        >
          {label}
        </text>
      )}
    </g>
  );
}

/** About where the curve is at that share of its width. */
function labelY(from: number, to: number, share: number): number {
  const eased = share * share * (3 - 2 * share);
  return from + (to - from) * eased - 4;
}
