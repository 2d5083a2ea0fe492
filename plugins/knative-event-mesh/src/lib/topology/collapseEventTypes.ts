import {
  compareTexts,
  type MeshEdge,
  type MeshGraph,
  type MeshNode,
  providersOf,
} from './meshGraph';

/** More event types of one broker would push all others off the page. */
export const mostEventTypes = 15;

/** The id of the node that stands for the event types of a broker or channel. */
export function idOfEventTypes(providerId: string): string {
  return `eventTypes:${providerId}`;
}

/**
 * Draws the event types of a broker or channel as one node if they are many.
 * Edges become those of that node; each says which event types it is about.
 *
 * @param expanded - ids of brokers and channels whose event types are all drawn
 * @param kept - id of an event type that is drawn in any case
 */
export function collapseEventTypes(
  graph: MeshGraph,
  expanded: ReadonlySet<string>,
  kept?: string,
): MeshGraph {
  const groups = groupsOf(graph, expanded, kept);
  const groupIds = new Map(
    [...groups].flatMap(([providerId, members]) =>
      members.map(({ id }) => [id, idOfEventTypes(providerId)]),
    ),
  );
  if (groupIds.size === 0) {
    return graph;
  }
  const nodes = [
    ...graph.nodes.filter(({ id }) => !groupIds.has(id)),
    ...[...groups].map(([providerId, members]) => nodeOf(providerId, members)),
  ].sort((a, b) => compareTexts(a.id, b.id));
  return { nodes, edges: joinEdges(graph, groupIds) };
}

function groupsOf(
  graph: MeshGraph,
  expanded: ReadonlySet<string>,
  kept?: string,
): Map<string, MeshNode[]> {
  const providers = providersOf(graph);
  const groups = new Map<string, MeshNode[]>();
  for (const node of graph.nodes) {
    const providerId = providers.get(node.id);
    if (node.role === 'eventType' && providerId && node.id !== kept) {
      const members = groups.get(providerId);
      if (members) {
        members.push(node);
      } else {
        groups.set(providerId, [node]);
      }
    }
  }
  return new Map(
    [...groups].filter(
      ([providerId, members]) =>
        members.length > mostEventTypes && !expanded.has(providerId),
    ),
  );
}

function nodeOf(providerId: string, members: MeshNode[]): MeshNode {
  const { environment, namespace } = members[0];
  return {
    id: idOfEventTypes(providerId),
    role: 'eventTypes',
    lane: 'eventType',
    kind: 'EventType',
    name: String(members.length),
    environment,
    namespace,
    presence: 'inCatalog',
    findings: members.reduce((sum, { findings }) => sum + findings, 0),
    members: [...members].sort((a, b) => compareTexts(a.name, b.name)),
  };
}

function joinEdges(
  { nodes, edges }: MeshGraph,
  groupIds: ReadonlyMap<string, string>,
): MeshEdge[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const joined = new Map<string, MeshEdge>();
  for (const edge of edges) {
    const source = groupIds.get(edge.source) ?? edge.source;
    const target = groupIds.get(edge.target) ?? edge.target;
    const id = `${source} ${edge.kind} ${target}`;
    const inside = [edge.source, edge.target].find(end => groupIds.has(end));
    const links =
      inside === undefined
        ? edge.links
        : edge.links.map(link => ({
            ...link,
            id: `${inside} ${link.id}`,
            eventType: names.get(inside),
          }));
    const known = joined.get(id);
    if (known) {
      known.links.push(...links);
    } else {
      joined.set(id, { ...edge, id, source, target, links: [...links] });
    }
  }
  return [...joined.values()].sort((a, b) => compareTexts(a.id, b.id));
}
