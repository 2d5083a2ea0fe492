import {
  type MeshEdge,
  type MeshGraph,
  type MeshLink,
  type MeshNode,
  shortFilter,
  shortFilterText,
} from '../../lib/topology';
import type { TopologyTexts } from '../../hooks/useTopologyTexts';

/** One way by which events go, as a row of a table. */
export interface LinkRow {
  id: string;
  from: MeshNode;
  to: MeshNode;
  edge: MeshEdge;
  link: MeshLink;
  /** The kind of the way, and the Trigger, Subscription or step. */
  how: string;
  filter: string;
}

/** Each link of each edge, in the order of the edges. */
export function linkRowsOf(
  { nodes }: MeshGraph,
  edges: MeshEdge[],
  t: TopologyTexts,
): LinkRow[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  return edges.flatMap(edge =>
    edge.links.map(link => ({
      id: `${edge.id} ${link.id}`,
      from: byId.get(edge.source)!,
      to: byId.get(edge.target)!,
      edge,
      link,
      how: howOf(edge, link, t),
      filter: filterOf(edge, link, t),
    })),
  );
}

function howOf({ kind }: MeshEdge, link: MeshLink, t: TopologyTexts): string {
  const { via, viaReference, step, eventType } = link;
  const through = via ?? viaReference;
  return [
    t(`topology.edge.kinds.${kind}`),
    through && `${through.kind} ${through.name}`,
    step && t(`topology.edge.${step.part}`, { number: String(step.number) }),
    eventType,
  ]
    .filter(Boolean)
    .join(' · ');
}

function filterOf(
  { kind }: MeshEdge,
  { via }: MeshLink,
  t: TopologyTexts,
): string {
  if (kind !== 'delivers' || via?.kind !== 'Trigger') {
    return '';
  }
  const filter = shortFilter(via);
  return filter ? shortFilterText(filter) : t('topology.edge.everyEvent');
}
