import { makeEdge, makeNode } from './__testUtils__/makeGraph';
import {
  collapseEventTypes,
  idOfEventTypes,
  mostEventTypes,
} from './collapseEventTypes';
import type { MeshGraph } from './meshGraph';

function brokerWith(count: number): MeshGraph {
  const types = Array.from({ length: count }, (_, index) => `t${index}`);
  return {
    nodes: [
      makeNode('broker', 'provider'),
      makeNode('ledger', 'consumer'),
      ...types.map(id => makeNode(id, 'eventType', { findings: 1 })),
    ],
    edges: types.flatMap(id => [
      makeEdge('broker', 'provides', id),
      makeEdge(id, 'delivers', 'ledger'),
    ]),
  };
}

const many = mostEventTypes + 1;
const group = idOfEventTypes('broker');

describe('collapseEventTypes', () => {
  it('draws each event type while they are few', () => {
    const graph = brokerWith(mostEventTypes);
    expect(collapseEventTypes(graph, new Set())).toBe(graph);
  });

  it('draws many as one that says how many', () => {
    const { nodes, edges } = collapseEventTypes(brokerWith(many), new Set());

    expect(nodes.map(({ id }) => id).sort()).toEqual(
      ['broker', group, 'ledger'].sort(),
    );
    const collapsed = nodes.find(({ id }) => id === group)!;
    expect(collapsed.members).toHaveLength(many);
    expect(collapsed.findings).toBe(many);
    expect(edges.map(({ id }) => id).sort()).toEqual(
      [`${group} delivers ledger`, `broker provides ${group}`].sort(),
    );
  });

  it('says of each link which event type it is about', () => {
    const { edges } = collapseEventTypes(brokerWith(many), new Set());
    const delivers = edges.find(({ kind }) => kind === 'delivers')!;

    expect(delivers.links).toHaveLength(many);
    expect(new Set(delivers.links.map(({ id }) => id)).size).toBe(many);
    expect(delivers.links[0].eventType).toBe('t0');
  });

  it('draws each of a broker that is asked for', () => {
    const graph = brokerWith(many);
    expect(collapseEventTypes(graph, new Set(['broker']))).toBe(graph);
  });

  it('draws the one in focus beside the others', () => {
    const { nodes } = collapseEventTypes(brokerWith(many + 1), new Set(), 't3');

    expect(nodes.map(({ id }) => id)).toContain('t3');
    expect(nodes.find(({ id }) => id === group)!.members).toHaveLength(many);
  });
});
