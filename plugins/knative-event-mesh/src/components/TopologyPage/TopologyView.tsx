import { Flex } from '@backstage/ui';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { TopologyParameters } from '../../hooks/useTopologyParameters';
import {
  layoutMesh,
  type MeshGraph,
  type MeshLayout,
  type MeshNode,
  searchGraph,
  type SelectedGraph,
  type TopologyScope,
} from '../../lib/topology';
import { Legend } from './Legend';
import { NodePanel } from './NodePanel';
import { ShownNote } from './ShownNote';
import { focusNode, TopologyCanvas } from './TopologyCanvas';
import { TopologyTable } from './TopologyTable';
import styles from './TopologyView.module.css';

const nothing: MeshGraph = { nodes: [], edges: [] };

/** A graph or its table, and beside it what is known of one of its nodes. */
export function TopologyView(props: {
  scope: TopologyScope;
  parameters: TopologyParameters;
  graph: SelectedGraph;
  isCut: boolean;
  onChange: (changes: Partial<TopologyParameters>) => void;
}) {
  const { scope, parameters, graph, isCut, onChange } = props;
  const { view, text, selected, expanded } = parameters;
  const { whole, drawn = nothing } = graph;
  const frame = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const layout = useStableLayout(drawn);
  const found = useMemo(
    () => searchGraph(view === 'graph' ? drawn : whole, text),
    [view, drawn, whole, text],
  );

  const isGraph = view === 'graph' && graph.drawn !== undefined;
  const panelGraph = isGraph ? drawn : whole;
  const node = panelGraph.nodes.find(({ id }) => id === selected);

  const open = useLatest((id: string) => {
    opener.current = document.activeElement;
    onChange({ selected: id });
  });
  const close = () => {
    onChange({ selected: '' });
    if (isGraph) {
      focusNode(frame.current, selected);
    } else if (opener.current instanceof HTMLElement) {
      opener.current.focus();
    }
  };

  return (
    <Flex direction="column" gap="3">
      <ShownNote
        graph={graph}
        isCut={isCut}
        isAll={parameters.isAll}
        isSearch={text !== ''}
        found={found?.size ?? 0}
        isGraph={view === 'graph'}
        onAll={isAll => onChange({ isAll })}
      />
      <div
        ref={frame}
        className={node ? styles.withPanel : styles.alone}
        data-view={isGraph ? 'graph' : 'table'}
      >
        <div className={styles.main}>
          {isGraph ? (
            <TopologyCanvas
              graph={drawn}
              layout={layout}
              focus={scope.focus}
              selected={node ? selected : ''}
              found={found}
              onOpen={open}
            />
          ) : (
            <TopologyTable graph={whole} text={text} onOpen={open} />
          )}
        </div>
        {node && (
          <NodePanel
            node={node}
            graph={panelGraph}
            onClose={close}
            onOpen={open}
            onFocus={focus =>
              onChange({ focus, selected: '', expanded: [], isAll: false })
            }
            onExpand={id =>
              onChange({
                expanded: [...expanded, providerOf(node, drawn, id)],
                selected: '',
              })
            }
          />
        )}
      </div>
      {isGraph && <Legend />}
    </Flex>
  );
}

/** The layout of a graph, in which what stays keeps its place among others. */
function useStableLayout(graph: MeshGraph): MeshLayout {
  const earlier = useRef<MeshLayout>();
  const layout = useMemo(() => layoutMesh(graph, earlier.current), [graph]);
  useEffect(() => {
    earlier.current = layout;
  }, [layout]);
  return layout;
}

/** The same function in each rendering, so that the graph is not drawn anew. */
function useLatest(call: (id: string) => void): (id: string) => void {
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  return useCallback((id: string) => latest.current(id), []);
}

/** Whose event types a node stands for. */
function providerOf(node: MeshNode, { edges }: MeshGraph, id: string): string {
  return (
    edges.find(({ kind, target }) => kind === 'provides' && target === id)
      ?.source ?? node.id
  );
}
