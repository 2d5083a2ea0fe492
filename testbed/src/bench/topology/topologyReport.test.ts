import { topologyTable, topologyVerdicts } from './topologyReport';
import type { GraphCandidate, TopologyResult } from './result';

function result(
  nodes: number,
  candidate: GraphCandidate,
  milliseconds: number,
): TopologyResult {
  return { nodes, candidate, milliseconds, samples: [milliseconds] };
}

const results = [
  result(200, 'topology', 300),
  result(200, 'dependencyGraph', 400),
  result(500, 'topology', 450),
  result(500, 'dependencyGraph', 1_000),
  result(1000, 'topology', 1_500),
  result(1000, 'dependencyGraph', 4_000),
];

describe('topologyTable', () => {
  it('shows both, and the share', () => {
    expect(topologyTable(results)).toMatch(/500 \| +450 \| +1000 \| +0\.45/);
  });
});

describe('topologyVerdicts', () => {
  it('holds the larger graphs to the targets', () => {
    expect(
      topologyVerdicts(results).map(({ measured, isMet }) => [measured, isMet]),
    ).toEqual([
      ['0.45', true],
      ['0.38', false],
    ]);
  });
});
