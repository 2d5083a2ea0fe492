import {
  makeEdge,
  makeNode,
  randomGraph,
  randomNumbers,
} from './__testUtils__/makeGraph';
import { layoutMesh, type MeshLayout, nodeSize } from './layoutMesh';
import type { MeshGraph } from './meshGraph';
import { neighboursOf } from './neighbourhood';

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

function shuffled<T>(items: T[], seed: number): T[] {
  const random = randomNumbers(seed);
  return items
    .map(item => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** The ids of each lane of each band, from top to bottom. */
function ordersOf({ nodes }: MeshLayout): Record<string, string[]> {
  const orders: Record<string, string[]> = {};
  for (const { node, band, y } of nodes) {
    const name = `${band} ${node.lane}`;
    orders[name] = [...(orders[name] ?? []), node.id];
    expect(y).toBeGreaterThanOrEqual(0);
  }
  return orders;
}

/** A graph with a further event type that goes to two consumers. */
function withOneMore(graph: MeshGraph, broker: string): MeshGraph {
  return {
    nodes: [...graph.nodes, makeNode('added', 'eventType')],
    edges: [
      ...graph.edges,
      makeEdge(broker, 'provides', 'added'),
      makeEdge('added', 'delivers', 'c0'),
      makeEdge('added', 'delivers', 'c3'),
    ],
  };
}

/** Whether a lane is of the band that belongs to no broker. */
function isRest(lane: string): boolean {
  return lane.startsWith(' ');
}

function without(order: string[] = [], ids: string[]): string[] {
  return order.filter(id => !ids.includes(id));
}

describe('layoutMesh', () => {
  it('draws nothing of nothing', () => {
    expect(layoutMesh({ nodes: [], edges: [] })).toEqual({
      nodes: [],
      lanes: [],
      bands: [],
      width: nodeSize.width,
      height: 0,
    });
  });

  it('puts what events go through from left to right, without empty lanes', () => {
    const layout = layoutMesh({
      nodes: [
        makeNode('consumer', 'consumer'),
        makeNode('broker', 'provider'),
        makeNode('type', 'eventType'),
      ],
      edges: [
        makeEdge('broker', 'provides', 'type'),
        makeEdge('type', 'delivers', 'consumer'),
      ],
    });

    expect(layout.lanes.map(({ lane }) => lane)).toEqual([
      'provider',
      'eventType',
      'consumer',
    ]);
    const xs = layout.nodes.map(({ node, x }) => [node.id, x]);
    expect(xs).toEqual([
      ['broker', 0],
      ['type', expect.any(Number)],
      ['consumer', expect.any(Number)],
    ]);
    expect(layout.width).toBe(layout.nodes[2].x + nodeSize.width);
  });

  it('untangles lanes', () => {
    const names = ['a', 'b', 'c', 'd'];
    const layout = layoutMesh({
      nodes: names.flatMap(name => [
        makeNode(`type-${name}`, 'eventType'),
        makeNode(`consumer-${name}`, 'consumer'),
      ]),
      edges: names.map((name, index) =>
        makeEdge(
          `type-${name}`,
          'delivers',
          `consumer-${names[names.length - 1 - index]}`,
        ),
      ),
    });

    const rows = new Map(layout.nodes.map(({ node, y }) => [node.id, y]));
    names.forEach((name, index) =>
      expect(rows.get(`type-${name}`)).toBe(
        rows.get(`consumer-${names[names.length - 1 - index]}`),
      ),
    );
  });

  it.each(seeds)('lets no nodes and no bands overlap (mesh %d)', seed => {
    const { nodes, bands, height } = layoutMesh(randomGraph(seed));

    for (const a of nodes) {
      const overlapping = nodes.filter(
        b => b !== a && b.x === a.x && Math.abs(a.y - b.y) < nodeSize.height,
      );
      expect(overlapping).toEqual([]);
      const band = bands.find(({ id }) => id === a.band)!;
      expect(a.y).toBeGreaterThanOrEqual(band.y);
      expect(a.y + nodeSize.height).toBeLessThanOrEqual(band.y + band.height);
    }
    bands.forEach((band, index) => {
      const next = bands[index + 1]?.y ?? height + 1;
      expect(band.y + band.height).toBeLessThan(next);
    });
  });

  it.each(seeds)(
    'does not depend on the order of the graph (mesh %d)',
    seed => {
      const { nodes, edges } = randomGraph(seed);

      expect(
        layoutMesh({
          nodes: shuffled(nodes, seed),
          edges: shuffled(edges, seed),
        }),
      ).toEqual(layoutMesh({ nodes, edges }));
    },
  );

  it.each(seeds)(
    'keeps the order of all others when a node is added (mesh %d)',
    seed => {
      const graph = randomGraph(seed);
      const before = layoutMesh(graph);
      const after = ordersOf(layoutMesh(withOneMore(graph, 'b1'), before));

      for (const [lane, order] of Object.entries(ordersOf(before))) {
        const kept = order.filter(id => (after[lane] ?? []).includes(id));
        expect(after[lane]?.filter(id => order.includes(id)) ?? []).toEqual(
          kept,
        );
        // Only what nothing reached before goes where it is reached from.
        expect(isRest(lane) ? order : kept).toEqual(order);
      }
    },
  );

  it.each(seeds)(
    'keeps the order of all others when a node is taken away (mesh %d)',
    seed => {
      const graph = withOneMore(randomGraph(seed), 'b2');
      const before = layoutMesh(graph);
      const after = ordersOf(layoutMesh(randomGraph(seed), before));

      for (const [lane, order] of Object.entries(ordersOf(before))) {
        expect(after[lane] ?? []).toEqual(without(order, ['added']));
      }
    },
  );

  it.each(seeds)(
    'keeps, without an earlier layout, the bands that have nothing to do with it (mesh %d)',
    seed => {
      const graph = randomGraph(seed);
      const larger = withOneMore(graph, 'b1');
      const before = layoutMesh(graph);
      const after = layoutMesh(larger);

      const brokersOf = ({ bands }: MeshLayout) =>
        bands.map(({ id }) => id).filter(id => id !== '');
      expect(brokersOf(after)).toEqual(brokersOf(before));
      const bandsAfter = new Map(
        after.nodes.map(({ node, band }) => [node.id, band]),
      );
      const moved = before.nodes
        .filter(({ node, band }) => bandsAfter.get(node.id) !== band)
        .map(({ node }) => node.id);
      const near = ['added', ...(neighboursOf(larger).get('added') ?? [])];
      const neighbours = neighboursOf(larger);
      const touched = new Set(
        [...near, ...moved, ...moved.flatMap(id => neighbours.get(id) ?? [])]
          .flatMap(id => [
            bandsAfter.get(id),
            before.nodes.find(({ node }) => node.id === id)?.band,
          ])
          .filter(band => band !== undefined),
      );
      const ordersAfter = ordersOf(after);
      const untouched = Object.entries(ordersOf(before)).filter(
        ([lane]) => !touched.has(lane.split(' ')[0]),
      );
      for (const [lane, order] of untouched) {
        expect(ordersAfter[lane]).toEqual(order);
      }
    },
  );

  it('gives a new broker a band of its own, between the others', () => {
    const graph = randomGraph(7);
    const before = layoutMesh(graph);
    const after = layoutMesh(
      { ...graph, nodes: [...graph.nodes, makeNode('b1x', 'provider')] },
      before,
    );

    expect(
      without(
        after.bands.map(({ id }) => id),
        ['b1x'],
      ),
    ).toEqual(before.bands.map(({ id }) => id));
    expect(after.bands.map(({ id }) => id).indexOf('b1x')).toBe(2);
  });

  it('lays out a thousand nodes in a moment', () => {
    const graph = randomGraph(3, 150);
    expect(graph.nodes.length).toBeGreaterThan(900);
    const start = performance.now();
    layoutMesh(graph);
    // Some 20 ms on a quiet machine; not quadratic, which would be seconds.
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
