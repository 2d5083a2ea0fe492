import { countSubscribers } from './countSubscribers';
import { makeEdge, makeNode } from './__testUtils__/makeGraph';
import { searchEdges, searchGraph } from './searchGraph';

const delivers = makeEdge('t1', 'delivers', 'ledger');
const graph = {
  nodes: [
    makeNode('orders', 'provider', { namespace: 'shop' }),
    makeNode('t1', 'eventType', { name: 'com.example.Paid' }),
    makeNode('many', 'eventType', {
      role: 'eventTypes',
      members: [makeNode('t2', 'eventType', { name: 'com.example.refused' })],
    }),
    makeNode('ledger', 'consumer'),
  ],
  edges: [
    makeEdge('orders', 'provides', 't1'),
    makeEdge('orders', 'provides', 'many'),
    {
      ...delivers,
      links: [
        {
          ...delivers.links[0],
          via: {
            kind: 'Trigger',
            namespace: 'shop',
            name: 'to-ledger',
            filter: [{ name: 'subject', value: 'x-y' }],
          },
        },
      ],
    },
  ],
};

describe('searchGraph', () => {
  it('finds all words, in letters of either case', () => {
    expect([...searchGraph(graph, 'PAID example')!]).toEqual(['t1']);
    expect([...searchGraph(graph, 'shop/orders')!]).toEqual(['orders']);
    expect([...searchGraph(graph, 'paid refused')!]).toEqual([]);
  });

  it('finds what stands for many by each of them', () => {
    expect([...searchGraph(graph, 'refused')!]).toEqual(['many']);
  });

  it('does not search for nothing', () => {
    expect(searchGraph(graph, '  ')).toBeUndefined();
  });
});

describe('searchEdges', () => {
  const found = (text: string) =>
    searchEdges(graph, text).map(({ target }) => target);

  it('finds edges by their ends, their trigger and its filter', () => {
    expect(found('ledger')).toEqual(['ledger']);
    expect(found('to-ledger')).toEqual(['ledger']);
    expect(found('subject=x-y')).toEqual(['ledger']);
    expect(found('orders')).toEqual(['t1', 'many']);
    expect(found('')).toHaveLength(3);
  });
});

describe('countSubscribers', () => {
  it('counts those of a broker with those of its event types', () => {
    expect(Object.fromEntries(countSubscribers(graph))).toEqual({
      orders: 1,
      t1: 1,
      many: 0,
    });
  });
});
