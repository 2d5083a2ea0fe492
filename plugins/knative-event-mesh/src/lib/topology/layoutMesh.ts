import { assignBands, restBand } from './assignBands';
import {
  lanes,
  type MeshGraph,
  type MeshLane,
  type MeshNode,
} from './meshGraph';
import { orderLanes } from './orderLanes';

/** In pixels, at a zoom of 1. */
export const nodeSize = { width: 232, height: 80 } as const;

const rowGap = 16;
/** Room before a lane for what stands at the edges that arrive there. */
const gapBefore: Record<MeshLane, number> = {
  source: 0,
  provider: 170,
  eventType: 88,
  consumer: 220,
  sink: 120,
};
const bandGap = 40;
const bandPadding = 20;

/** A node, and where its upper left corner is. */
export interface PlacedNode {
  node: MeshNode;
  x: number;
  y: number;
  /** The id of the broker or channel that the band belongs to; may be empty. */
  band: string;
}

/** Where everything is, in pixels at a zoom of 1. */
export interface MeshLayout {
  /** Lane by lane, each from top to bottom: the order to walk through them. */
  nodes: PlacedNode[];
  /** Those that have nodes, from left to right. */
  lanes: { lane: MeshLane; x: number }[];
  /** Those that have nodes, from top to bottom. */
  bands: { id: string; y: number; height: number }[];
  width: number;
  height: number;
}

/**
 * Draws a mesh in lanes, which events go through from left to right, and in
 * bands, one for each broker and channel.
 *
 * It is deterministic: the same graph gives the same layout, in whatever order
 * its nodes and edges come. When something is added or taken away,
 *
 * - with the layout from before, no two nodes that stand in the same lane of the
 *   same band in both change their order, no node leaves the band of a broker or
 *   channel unless that is gone, and bands keep their order;
 * - without it, bands keep their order, and so do the nodes of each band in
 *   which neither the new node nor a neighbour of it stands or gets its place
 *   from.
 */
export function layoutMesh(graph: MeshGraph, earlier?: MeshLayout): MeshLayout {
  const assigned = assignBands(
    graph,
    new Map(earlier?.nodes.map(({ node, band }) => [node.id, band])),
  );
  const ordered = orderLanes(
    graph,
    assigned,
    new Map(earlier?.nodes.map(({ node, y }) => [node.id, y])),
  );
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const usedLanes = placeLanes(graph);

  const placed = new Map<MeshLane, PlacedNode[]>(lanes.map(lane => [lane, []]));
  const bands: MeshLayout['bands'] = [];
  let top = 0;
  for (const band of assigned.order) {
    const lanesOfBand = ordered.get(band)!;
    const rows = Math.max(...[...lanesOfBand.values()].map(ids => ids.length));
    if (rows === 0) {
      continue;
    }
    const height = heightOf(rows) + 2 * bandPadding;
    for (const { lane, x } of usedLanes) {
      const ids = lanesOfBand.get(lane)!;
      const start = top + (height - heightOf(ids.length)) / 2;
      ids.forEach((id, index) =>
        placed.get(lane)!.push({
          node: nodes.get(id)!,
          x,
          y: start + index * (nodeSize.height + rowGap),
          band,
        }),
      );
    }
    bands.push({ id: band, y: top, height });
    top += height + bandGap;
  }
  return {
    nodes: [...placed.values()].flat(),
    lanes: usedLanes,
    bands,
    width: (usedLanes[usedLanes.length - 1]?.x ?? 0) + nodeSize.width,
    height: Math.max(0, top - bandGap),
  };
}

/** Whether a band belongs to no broker or channel. */
export function isRestBand({ id }: MeshLayout['bands'][0]): boolean {
  return id === restBand;
}

function placeLanes({ nodes }: MeshGraph): MeshLayout['lanes'] {
  const used = new Set(nodes.map(({ lane }) => lane));
  const placed: MeshLayout['lanes'] = [];
  for (const lane of lanes.filter(name => used.has(name))) {
    const last = placed[placed.length - 1];
    placed.push({
      lane,
      x: last ? last.x + nodeSize.width + gapBefore[lane] : 0,
    });
  }
  return placed;
}

function heightOf(rows: number): number {
  return rows * nodeSize.height + Math.max(0, rows - 1) * rowGap;
}
