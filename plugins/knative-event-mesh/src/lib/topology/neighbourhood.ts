import type { MeshGraph } from './meshGraph';

/** Who is joined to whom, whichever way events go. */
export function neighboursOf({ edges }: MeshGraph): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const join = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known) {
      known.push(to);
    } else {
      neighbours.set(from, [to]);
    }
  };
  for (const { source, target } of edges) {
    join(source, target);
    join(target, source);
  }
  return neighbours;
}

/**
 * How many edges away from a node others are, with events or against them.
 *
 * @param depth - farther nodes are left out
 */
export function distancesFrom(
  start: string,
  graph: MeshGraph,
  depth: number,
): Map<string, number> {
  const neighbours = neighboursOf(graph);
  const distances = new Map([[start, 0]]);
  for (const [id, distance] of distances) {
    for (const next of distance < depth ? neighbours.get(id) ?? [] : []) {
      if (!distances.has(next)) {
        distances.set(next, distance + 1);
      }
    }
  }
  return distances;
}

/** The part of a graph that some of its nodes make up. */
export function partOf(
  { nodes, edges }: MeshGraph,
  isKept: (id: string) => boolean,
): MeshGraph {
  return {
    nodes: nodes.filter(({ id }) => isKept(id)),
    edges: edges.filter(
      ({ source, target }) => isKept(source) && isKept(target),
    ),
  };
}

/** What is at most so many edges away from a node. */
export function neighbourhood(
  graph: MeshGraph,
  focus: string,
  depth: number,
): MeshGraph {
  const distances = distancesFrom(focus, graph, depth);
  return partOf(graph, id => distances.has(id));
}
