import {
  type MeshEdge,
  type MeshEdgeKind,
  type MeshGraph,
  type MeshLink,
  type MeshNode,
  compareTexts,
} from './meshGraph';
import { withLanes } from './withLanes';

/** A node before it is known what leads to it. */
export type NodeWithoutLane = Omit<MeshNode, 'lane'>;

/** A way by which events go, before it is known whether there are others. */
export interface NewLink extends Partial<Omit<MeshLink, 'id'>> {
  source: string;
  target: string;
  kind: MeshEdgeKind;
  /** Links of an edge with the same key are one: several entities tell of them. */
  key: string;
}

/** Collects nodes and edges; what is told twice is taken once. */
export class GraphBuilder {
  readonly #nodes = new Map<string, NodeWithoutLane>();
  readonly #edges = new Map<string, MeshEdge>();
  readonly #joined = new Set<string>();

  /**
   * Adds a node, or what is more known of it. That its entity was read decides
   * over what others say of it.
   *
   * @returns its id
   */
  addNode(node: NodeWithoutLane): string {
    const known = this.#nodes.get(node.id);
    if (!known || (isRead(node) && !isRead(known))) {
      this.#nodes.set(node.id, node);
    } else if (!isRead(known)) {
      this.#nodes.set(node.id, {
        ...known,
        readiness: known.readiness ?? node.readiness,
        advice: known.advice ?? node.advice,
      });
    }
    return node.id;
  }

  addLink({ source, target, kind, key, ...link }: NewLink) {
    const id = `${source} ${kind} ${target}`;
    const edge = this.#edges.get(id) ?? { id, source, target, kind, links: [] };
    if (edge.links.some(known => known.id === key)) {
      return;
    }
    edge.links.push({
      match: 'yes',
      isUnconfirmed: false,
      reasons: [],
      ...link,
      id: key,
    });
    this.#edges.set(id, edge);
    this.#joined.add(`${source} ${target}`);
  }

  /** Adds what is told from the far end only, where nothing else joins the two. */
  addLinkIfApart(link: NewLink) {
    if (!this.#joined.has(`${link.source} ${link.target}`)) {
      this.addLink(link);
    }
  }

  build(): MeshGraph {
    const edges = [...this.#edges.values()]
      .filter(({ source, target }) => source !== target)
      .sort((a, b) => compareTexts(a.id, b.id));
    const nodes = [...this.#nodes.values()].sort((a, b) =>
      compareTexts(a.id, b.id),
    );
    return { nodes: withLanes(nodes, edges), edges };
  }
}

function isRead({ presence }: NodeWithoutLane): boolean {
  return presence === 'inCatalog';
}
