import { makeEdge, makeNode } from './__testUtils__/makeGraph';
import { layoutMesh } from './layoutMesh';
import { isWalkingKey, walkLayout, type WalkingKey } from './walkLayout';

const graph = {
  nodes: [
    makeNode('broker', 'provider'),
    makeNode('t1', 'eventType'),
    makeNode('t2', 'eventType'),
    makeNode('t3', 'eventType'),
    makeNode('ledger', 'consumer'),
  ],
  edges: [
    ...['t1', 't2', 't3'].map(id => makeEdge('broker', 'provides', id)),
    makeEdge('t3', 'delivers', 'ledger'),
  ],
};
const layout = layoutMesh(graph);

function walk(from: string, key: WalkingKey) {
  return walkLayout(layout, graph, from, key);
}

describe('walkLayout', () => {
  it('goes up and down in a lane, and stops at its ends', () => {
    const lane = layout.nodes
      .filter(({ node }) => node.lane === 'eventType')
      .map(({ node }) => node.id);

    expect(walk(lane[0], 'ArrowDown')).toBe(lane[1]);
    expect(walk(lane[1], 'ArrowUp')).toBe(lane[0]);
    expect(walk(lane[0], 'ArrowUp')).toBeUndefined();
    expect(walk(lane[2], 'ArrowDown')).toBeUndefined();
    expect(walk(lane[1], 'Home')).toBe(lane[0]);
    expect(walk(lane[1], 'End')).toBe(lane[2]);
  });

  it('goes sideways along edges, else to the next lane', () => {
    expect(walk('ledger', 'ArrowLeft')).toBe('t3');
    expect(walk('t3', 'ArrowRight')).toBe('ledger');
    expect(walk('t1', 'ArrowRight')).toBe('ledger');
    expect(walk('t1', 'ArrowLeft')).toBe('broker');
    expect(walk('broker', 'ArrowLeft')).toBeUndefined();
  });

  it('begins at the first node', () => {
    expect(walk('nobody', 'ArrowDown')).toBe('broker');
  });

  it('knows its keys', () => {
    expect(isWalkingKey('ArrowUp')).toBe(true);
    expect(isWalkingKey('Tab')).toBe(false);
  });
});
