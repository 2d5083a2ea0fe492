import { makeEdge, makeNode, randomGraph } from './__testUtils__/makeGraph';
import { limitNodes } from './limitNodes';
import { distancesFrom, neighbourhood } from './neighbourhood';

const chain = {
  nodes: [
    makeNode('source', 'source'),
    makeNode('broker', 'provider'),
    makeNode('type', 'eventType'),
    makeNode('consumer', 'consumer'),
  ],
  edges: [
    makeEdge('source', 'sends', 'broker'),
    makeEdge('broker', 'provides', 'type'),
    makeEdge('type', 'delivers', 'consumer'),
  ],
};

describe('neighbourhood', () => {
  it('goes with events and against them', () => {
    expect([...distancesFrom('type', chain, 2)]).toEqual([
      ['type', 0],
      ['broker', 1],
      ['consumer', 1],
      ['source', 2],
    ]);
  });

  it('keeps what is near, and the edges between', () => {
    const { nodes, edges } = neighbourhood(chain, 'consumer', 2);

    expect(nodes.map(({ id }) => id)).toEqual(['broker', 'type', 'consumer']);
    expect(edges.map(({ id }) => id)).toEqual([
      'broker provides type',
      'type delivers consumer',
    ]);
  });

  it('has nothing around what is not there', () => {
    expect(neighbourhood(chain, 'nobody', 2).nodes).toEqual([]);
  });
});

describe('limitNodes', () => {
  it('leaves a graph as it is that is small enough', () => {
    expect(limitNodes(chain, 4)).toBe(chain);
  });

  it('keeps what is nearest to the first broker, or to what is asked for', () => {
    const idsOf = (focus?: string) =>
      limitNodes(chain, 2, focus).nodes.map(({ id }) => id);

    expect(idsOf()).toEqual(['source', 'broker']);
    expect(idsOf('consumer')).toEqual(['type', 'consumer']);
  });

  it.each([1, 2, 3])('keeps exactly so many nodes (mesh %d)', seed => {
    const { nodes, edges } = limitNodes(randomGraph(seed, 20), 50);
    const kept = new Set(nodes.map(({ id }) => id));

    expect(nodes).toHaveLength(50);
    expect(
      edges.every(({ source, target }) => kept.has(source) && kept.has(target)),
    ).toBe(true);
  });
});
