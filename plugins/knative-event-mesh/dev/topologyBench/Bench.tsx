import { DependencyGraph } from '@backstage/core-components';
import { useEffect, useMemo, useState } from 'react';
import { TopologyCanvas } from '../../src/components/TopologyPage/TopologyCanvas';
import { layoutMesh, type MeshGraph } from '../../src/lib/topology';
import { generatedGraph } from './generatedGraph';
import { timeUntilSettled } from './timeUntilSettled';

/** What draws a graph: our topology, or Backstage's own component. */
type Candidate = 'topology' | 'dependencyGraph';

declare global {
  interface Window {
    /** Draws a graph and gives back how long it took, in milliseconds. */
    measureGraph?: (candidate: Candidate, nodes: number) => Promise<number>;
  }
}

/** A place to draw in, of the size of a window. */
export function Bench() {
  const [drawn, setDrawn] = useState<{
    candidate: Candidate;
    graph: MeshGraph;
  }>();

  useEffect(() => {
    window.measureGraph = async (candidate, nodes) => {
      setDrawn(undefined);
      const graph = generatedGraph(nodes);
      await new Promise(resolve => setTimeout(resolve, 300));
      return timeUntilSettled(() => setDrawn({ candidate, graph }));
    };
  }, []);

  return (
    <div style={{ height: '90vh', width: '100%' }}>
      {drawn?.candidate === 'topology' && <Topology graph={drawn.graph} />}
      {drawn?.candidate === 'dependencyGraph' && (
        <Dependencies graph={drawn.graph} />
      )}
    </div>
  );
}

function Topology(props: { graph: MeshGraph }) {
  const { graph } = props;
  const layout = useMemo(() => layoutMesh(graph), [graph]);
  return (
    <TopologyCanvas
      graph={graph}
      layout={layout}
      focus=""
      selected=""
      onOpen={() => {}}
    />
  );
}

/** As the catalog graph uses it: from left to right, with names in the nodes. */
function Dependencies(props: { graph: MeshGraph }) {
  const { graph } = props;
  const data = useMemo(
    () => ({
      nodes: graph.nodes.map(({ id, name }) => ({ id, name })),
      edges: graph.edges.map(({ source, target }) => ({
        from: source,
        to: target,
      })),
    }),
    [graph],
  );
  return (
    <DependencyGraph
      nodes={data.nodes}
      edges={data.edges}
      direction={'LR' as never}
      fit="contain"
      style={{ height: '100%', width: '100%' }}
    />
  );
}
