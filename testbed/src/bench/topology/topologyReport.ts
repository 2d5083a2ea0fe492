import { markdownTable, roundedNumber } from '../report/markdownTable';
import type { Verdict } from '../report/targets';
import type { TopologyResult } from './result';

/** Of the time of DependencyGraph, by the number of nodes. */
const largestShares: Readonly<Record<number, number>> = {
  500: 1 / 2,
  1000: 1 / 3,
};

/** The results as a table in Markdown. */
export function topologyTable(results: readonly TopologyResult[]): string {
  return markdownTable(
    [
      { title: 'nodes' },
      { title: 'topology, ms' },
      { title: 'DependencyGraph, ms' },
      { title: 'share' },
    ],
    pairsOf(results).map(({ nodes, ours, theirs }) => [
      String(nodes),
      roundedNumber(ours),
      roundedNumber(theirs),
      (ours / theirs).toFixed(2),
    ]),
  );
}

/** What must hold (issue 7), and whether it does. */
export function topologyVerdicts(
  results: readonly TopologyResult[],
): Verdict[] {
  return pairsOf(results)
    .filter(({ nodes }) => largestShares[nodes] !== undefined)
    .map(({ nodes, ours, theirs }) => ({
      target: `time of the topology at ${nodes} nodes, of that of DependencyGraph: at most ${largestShares[
        nodes
      ].toFixed(2)}`,
      measured: (ours / theirs).toFixed(2),
      isMet: ours / theirs <= largestShares[nodes],
    }));
}

function pairsOf(results: readonly TopologyResult[]) {
  const sizes = [...new Set(results.map(({ nodes }) => nodes))];
  const timeOf = (nodes: number, candidate: string) =>
    results.find(
      result => result.nodes === nodes && result.candidate === candidate,
    )?.milliseconds;
  return sizes.flatMap(nodes => {
    const ours = timeOf(nodes, 'topology');
    const theirs = timeOf(nodes, 'dependencyGraph');
    return ours === undefined || theirs === undefined
      ? []
      : [{ nodes, ours, theirs }];
  });
}
