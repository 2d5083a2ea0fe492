import { memo } from 'react';
import type { DrawnEdge, EdgeLabel } from './drawnEdges';
import styles from './MeshEdges.module.css';

const Line = memo(DrawnLine);

function DrawnLine(props: {
  edge: DrawnEdge;
  isActive: boolean;
  isDimmed: boolean;
}) {
  const { edge, isActive, isDimmed } = props;
  const { kind, path, title } = edge;
  const classes = [
    styles[kind],
    edge.isMaybe && styles.maybe,
    edge.isUnconfirmed && styles.unconfirmed,
    isDimmed && styles.dimmed,
    isActive && styles.active,
  ].filter(Boolean);

  return (
    <g className={classes.join(' ')}>
      <title>{title}</title>
      <path
        d={path}
        className={styles.path}
        markerEnd="url(#event-mesh-arrow)"
      />
    </g>
  );
}

/**
 * All edges, in one picture behind the nodes: as elements of React Flow they
 * would take most of the time that a graph needs to appear. What they tell is
 * heard from the nodes, their panels and the table.
 */
export const MeshEdges = memo(Edges);

function Edges(props: {
  edges: DrawnEdge[];
  labels: EdgeLabel[];
  /** Id of the node whose panel is open; may be empty. */
  selected: string;
  /** Ids of what is searched for; undefined if nothing is. */
  found?: ReadonlySet<string>;
}) {
  const { edges, labels, selected, found } = props;
  const isActive = ({ source, target }: DrawnEdge) =>
    selected !== '' && (source === selected || target === selected);
  // Later lines are drawn above earlier ones.
  const ordered = [
    ...edges.filter(edge => !isActive(edge)),
    ...edges.filter(isActive),
  ];

  return (
    <svg className={styles.edges} aria-hidden>
      <defs>
        <marker
          id="event-mesh-arrow"
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0L10 5L0 10z" className={styles.arrow} />
        </marker>
      </defs>
      {ordered.map(edge => (
        <Line
          key={edge.id}
          edge={edge}
          isActive={isActive(edge)}
          isDimmed={
            found !== undefined &&
            !found.has(edge.source) &&
            !found.has(edge.target)
          }
        />
      ))}
      {labels.map(({ id, target, kind, text, x, y, anchor }) => (
        <text
          key={id}
          x={x}
          y={y}
          textAnchor={anchor}
          className={[
            styles.label,
            styles[kind],
            found !== undefined && !found.has(target) && styles.dimmed,
          ]
            .filter(Boolean)
            .join(' ')}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
