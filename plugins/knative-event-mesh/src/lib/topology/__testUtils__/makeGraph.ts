import type {
  MeshEdge,
  MeshEdgeKind,
  MeshGraph,
  MeshLane,
  MeshNode,
} from '../meshGraph';

const roles: Record<MeshLane, MeshNode['role']> = {
  source: 'source',
  provider: 'broker',
  eventType: 'eventType',
  consumer: 'component',
  sink: 'sink',
};

/** A node of a lane that is known by its id. */
export function makeNode(
  id: string,
  lane: MeshLane,
  overrides: Partial<MeshNode> = {},
): MeshNode {
  return {
    id,
    lane,
    role: roles[lane],
    kind: roles[lane],
    name: id,
    presence: 'inCatalog',
    findings: 0,
    ...overrides,
  };
}

/** An edge for one reason that is certain. */
export function makeEdge(
  source: string,
  kind: MeshEdgeKind,
  target: string,
): MeshEdge {
  return {
    id: `${source} ${kind} ${target}`,
    source,
    target,
    kind,
    links: [{ id: 'link', match: 'yes', isUnconfirmed: false, reasons: [] }],
  };
}

/** Numbers from 0 to below 1 that are the same each time. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A mesh of some brokers whose consumers receive from several of them. */
export function randomGraph(seed: number, brokers = 4): MeshGraph {
  const random = randomNumbers(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const nodes: MeshNode[] = [];
  const edges = new Map<string, MeshEdge>();
  const join = (source: string, kind: MeshEdgeKind, target: string) => {
    const edge = makeEdge(source, kind, target);
    edges.set(edge.id, edge);
  };

  const consumers = Array.from({ length: 6 + upTo(10) }, (_, i) => `c${i}`);
  nodes.push(...consumers.map(id => makeNode(id, 'consumer')));
  nodes.push(makeNode('rest', 'sink'));
  for (let broker = 0; broker < brokers; broker++) {
    const id = `b${broker}`;
    nodes.push(makeNode(id, 'provider'));
    join(id, 'deadLetter', 'rest');
    for (let i = 0; i < 1 + upTo(3); i++) {
      nodes.push(makeNode(`${id}s${i}`, 'source'));
      join(`${id}s${i}`, 'sends', id);
    }
    for (let i = 0; i < 2 + upTo(6); i++) {
      const eventType = `${id}t${i}`;
      nodes.push(makeNode(eventType, 'eventType'));
      join(id, 'provides', eventType);
      for (let k = 0; k < upTo(4); k++) {
        join(eventType, 'delivers', consumers[upTo(consumers.length)]);
      }
    }
  }
  return { nodes, edges: [...edges.values()] };
}
