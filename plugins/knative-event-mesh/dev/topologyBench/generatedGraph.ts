import type {
  MeshEdge,
  MeshEdgeKind,
  MeshGraph,
  MeshNode,
} from '../../src/lib/topology';

/** Of so many nodes, one is a broker; the others are what stands around it. */
const nodesPerBroker = 40;

/**
 * A mesh of exactly so many nodes: brokers, each with sources, event types and
 * consumers, of which every third receives from the next broker, too. As in real
 * meshes there are a few more edges than nodes.
 */
export function generatedGraph(count: number): MeshGraph {
  const nodes: MeshNode[] = [];
  const edges: MeshEdge[] = [];
  const add = (lane: MeshNode['lane'], role: MeshNode['role'], id: string) => {
    if (nodes.length < count) {
      nodes.push(nodeOf(lane, role, id));
    }
  };
  const join = (kind: MeshEdgeKind, source: string, target: string) => {
    edges.push(edgeOf(kind, source, target));
  };

  const brokers = Math.ceil(count / nodesPerBroker);
  for (let broker = 0; broker < brokers; broker++) {
    const id = `broker-${broker}`;
    add('provider', 'broker', id);
    for (let i = 0; i < 7; i++) {
      add('source', 'source', `${id}-source-${i}`);
      join('sends', `${id}-source-${i}`, id);
    }
    for (let i = 0; i < 14; i++) {
      const eventType = `${id}-com.example.thing-${i}.v1`;
      add('eventType', 'eventType', eventType);
      join('provides', id, eventType);
      join('delivers', eventType, `${id}-consumer-${i}`);
    }
    for (let i = 0; i < 18; i++) {
      const consumer = `${id}-consumer-${i}`;
      add('consumer', 'component', consumer);
      if (i % 3 === 0) {
        const next = `broker-${(broker + 1) % brokers}`;
        join('delivers', `${next}-com.example.thing-${i % 14}.v1`, consumer);
      }
      if (i >= 14) {
        join('delivers', `${id}-com.example.thing-${i - 14}.v1`, consumer);
      }
    }
  }
  const drawn = new Set(nodes.map(({ id }) => id));
  return {
    nodes,
    edges: edges.filter(
      ({ source, target }) => drawn.has(source) && drawn.has(target),
    ),
  };
}

function nodeOf(
  lane: MeshNode['lane'],
  role: MeshNode['role'],
  id: string,
): MeshNode {
  return {
    id,
    lane,
    role,
    kind: role,
    name: id,
    namespace: 'payments',
    environment: 'bench',
    entityRef: `component:payments/${id}`,
    presence: 'inCatalog',
    readiness: { status: 'True', stale: false },
    findings: 0,
  };
}

function edgeOf(kind: MeshEdgeKind, source: string, target: string): MeshEdge {
  return {
    id: `${source} ${kind} ${target}`,
    source,
    target,
    kind,
    links: [
      {
        id: 'link',
        match: 'yes',
        isUnconfirmed: false,
        reasons: [],
        via:
          kind === 'delivers'
            ? {
                kind: 'Trigger',
                namespace: 'payments',
                name: target,
                filter: [{ name: 'type', value: source }],
              }
            : undefined,
      },
    ],
  };
}
