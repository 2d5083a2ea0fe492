import { lanes, type MeshGraph, type MeshNode } from './meshGraph';
import { neighboursOf, partOf } from './neighbourhood';

/**
 * The first nodes of a graph, so that what is kept is joined: from the node that
 * is asked for, else from the first broker or channel, outwards, then from the
 * next.
 */
export function limitNodes(
  graph: MeshGraph,
  most: number,
  focus?: string,
): MeshGraph {
  if (graph.nodes.length <= most) {
    return graph;
  }
  const neighbours = neighboursOf(graph);
  const kept = new Set<string>();
  for (const start of startsOf(graph.nodes, focus)) {
    if (kept.has(start)) {
      continue;
    }
    const queue = new Set([start]);
    for (const id of queue) {
      if (kept.size >= most) {
        break;
      }
      kept.add(id);
      for (const next of neighbours.get(id) ?? []) {
        if (!kept.has(next)) {
          queue.add(next);
        }
      }
    }
  }
  return partOf(graph, id => kept.has(id));
}

function startsOf(nodes: MeshNode[], focus: string | undefined): string[] {
  const isProvider = ({ lane }: MeshNode) => lane === 'provider';
  const others = lanes
    .filter(lane => lane !== 'provider')
    .flatMap(lane => nodes.filter(node => node.lane === lane));
  return [
    ...nodes.filter(({ id }) => id === focus),
    ...nodes.filter(isProvider),
    ...others,
  ].map(({ id }) => id);
}
