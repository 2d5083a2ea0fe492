import type { NodeWithoutLane } from './GraphBuilder';
import type { MeshEdge, MeshEdgeKind, MeshLane, MeshNode } from './meshGraph';

const lanesOfRoles: Partial<Record<MeshNode['role'], MeshLane>> = {
  source: 'source',
  broker: 'provider',
  channel: 'provider',
  eventType: 'eventType',
  eventTypes: 'eventType',
  flow: 'consumer',
  sink: 'sink',
};

/**
 * Gives each node its lane. That of an object of the mesh is fixed; what else
 * there is stands where events reach it: what is delivered to, with the
 * consumers; what only gets the rest (dead letters, answers, the steps of a
 * flow), behind them; what only sends, with the sources.
 */
export function withLanes(
  nodes: NodeWithoutLane[],
  edges: MeshEdge[],
): MeshNode[] {
  const incoming = new Map<string, Set<MeshEdgeKind>>();
  for (const { target, kind } of edges) {
    incoming.set(target, (incoming.get(target) ?? new Set()).add(kind));
  }
  const sending = new Set(edges.map(({ source }) => source));

  return nodes.map(node => ({
    ...node,
    lane:
      lanesOfRoles[node.role] ??
      laneOf(incoming.get(node.id), sending.has(node.id)),
  }));
}

function laneOf(
  incoming: Set<MeshEdgeKind> | undefined,
  isSending: boolean,
): MeshLane {
  if (incoming?.has('delivers') || incoming?.has('sends')) {
    return 'consumer';
  }
  if (incoming) {
    return 'sink';
  }
  return isSending ? 'source' : 'consumer';
}
