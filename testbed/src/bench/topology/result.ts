/** What draws a graph: our topology, or Backstage's own component. */
export type GraphCandidate = 'topology' | 'dependencyGraph';

/** How long something took to draw a graph. */
export interface TopologyResult {
  nodes: number;
  candidate: GraphCandidate;
  /** From the graph to its picture, median, in milliseconds. */
  milliseconds: number;
  samples: number[];
}
