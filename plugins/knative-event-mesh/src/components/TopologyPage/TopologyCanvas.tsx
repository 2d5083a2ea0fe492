import '@xyflow/react/dist/base.css';
import { ReactFlow, ViewportPortal } from '@xyflow/react';
import {
  type KeyboardEvent,
  memo,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useThemeMode } from '../../hooks/useThemeMode';
import {
  countSubscribers,
  isWalkingKey,
  type MeshGraph,
  type MeshLayout,
  walkLayout,
} from '../../lib/topology';
import { readableCard } from '../MeshCard';
import { CanvasControls } from './CanvasControls';
import { drawnEdgesOf, edgeLabelsOf } from './drawnEdges';
import { flowNodesOf, markNodes } from './flowNodes';
import { initialViewport } from './initialViewport';
import { KeepInView } from './KeepInView';
import { LaneHeads } from './LaneHeads';
import { MeshEdges } from './MeshEdges';
import { MeshNodeBox } from './MeshNodeBox';
import styles from './TopologyCanvas.module.css';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';

const nodeTypes = { mesh: MeshNodeBox };

/** Nothing here is dragged, connected, selected by a frame or deleted. */
const fixed = {
  nodesDraggable: false,
  nodesConnectable: false,
  elementsSelectable: false,
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  panActivationKeyCode: null,
  zoomActivationKeyCode: null,
} as const;

/**
 * Draws a graph in its layout. One node takes part in the order of the tab key;
 * from there the arrow keys lead to the others.
 */
export const TopologyCanvas = memo(Canvas);

function Canvas(props: {
  graph: MeshGraph;
  layout: MeshLayout;
  /** Id of the node that the topology is about; may be empty. */
  focus: string;
  /** Id of the node whose panel is open; may be empty. */
  selected: string;
  /** Ids of what is searched for; undefined if nothing is. */
  found?: ReadonlySet<string>;
  onOpen: (id: string) => void;
  /** Told once everything is drawn. */
  onReady?: () => void;
}) {
  const { graph, layout, focus, selected, found, onOpen, onReady } = props;
  const t = useTopologyTexts();
  const colorMode = useThemeMode();
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number }>();
  const [walked, setWalked] = useState('');

  useLayoutEffect(() => {
    const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {};
    setSize({ width: clientWidth, height: clientHeight });
  }, []);

  const placed = useMemo(
    () => flowNodesOf(layout, countSubscribers(graph), { focus, found }, t),
    [layout, graph, focus, found, t],
  );
  const edges = useMemo(
    () => drawnEdgesOf(graph.edges, layout, t),
    [graph, layout, t],
  );
  const labels = useMemo(
    () => edgeLabelsOf(graph.edges, layout, t),
    [graph, layout, t],
  );
  const isThere = (id: string) => placed.some(node => node.id === id);
  const current =
    [walked, selected, focus].find(isThere) ?? placed[0]?.id ?? '';
  const nodes = useMemo(
    () => markNodes(placed, current, selected),
    [placed, current, selected],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).dataset.id;
    if (id === undefined || !isThere(id)) {
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(id);
    } else if (isWalkingKey(event.key)) {
      event.preventDefault();
      const next = walkLayout(layout, graph, id, event.key);
      if (next !== undefined) {
        setWalked(next);
        focusNode(frame.current, next);
      }
    }
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the nodes in it
    <div
      ref={frame}
      className={`${styles.frame} ${readableCard}`}
      onKeyDown={onKeyDown}
    >
      {size && (
        <ReactFlow
          {...fixed}
          aria-label={t('topology.canvas.label')}
          ariaLabelConfig={{
            'node.a11yDescription.default': t('topology.canvas.help'),
          }}
          colorMode={colorMode}
          nodes={nodes}
          nodeTypes={nodeTypes}
          defaultViewport={initialViewport(layout, size, focus)}
          minZoom={0.05}
          maxZoom={2}
          onNodeClick={(_, node) => {
            setWalked(node.id);
            onOpen(node.id);
          }}
          onInit={onReady}
        >
          <ViewportPortal>
            <LaneHeads layout={layout} />
            <MeshEdges
              edges={edges}
              labels={labels}
              selected={selected}
              found={found}
            />
          </ViewportPortal>
          <CanvasControls />
          <KeepInView id={selected} />
        </ReactFlow>
      )}
    </div>
  );
}

/** Gives the focus to a node, wherever its frame is. */
export function focusNode(frame: HTMLElement | null, id: string) {
  frame
    ?.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${CSS.escape(id)}"]`,
    )
    ?.focus();
}
