import { sortKey } from './assignBands';
import {
  compareTexts,
  type MeshGraph,
  type MeshLane,
  type MeshNode,
  lanes,
} from './meshGraph';
import { neighboursOf } from './neighbourhood';

/** The nodes of a lane within a band, from top to bottom, by their ids. */
export type LaneOrder = Map<MeshLane, string[]>;

/** Enough for lanes of a band to settle; more does not change what is seen. */
const sweeps = 8;

/** Farther up or down than anything in the band. */
const outside = 1e6;

/**
 * Orders the lanes of each band so that edges cross little: each node near the
 * middle of those that it is joined to (barycentre), lane by lane, from left to
 * right and back, some times.
 *
 * @param order - the bands, from top to bottom
 * @param bands - the band of each node
 * @param earlier - positions in an earlier layout: whoever has one there keeps
 *   the order that it has with the others
 */
export function orderLanes(
  graph: MeshGraph,
  { order, bands }: { order: string[]; bands: ReadonlyMap<string, string> },
  earlier: ReadonlyMap<string, number> = new Map(),
): Map<string, LaneOrder> {
  const neighbours = neighboursOf(graph);
  const rank = new Map(order.map((band, index) => [band, index]));
  const laneOf = new Map(graph.nodes.map(({ id, lane }) => [id, lane]));
  const laneNumber = (id: string) => lanes.indexOf(laneOf.get(id)!);
  const nodesOf = groupByBand(graph.nodes, bands);

  return new Map(
    order.map(band => {
      const lanesOfBand = startOrder(nodesOf.get(band) ?? []);
      const places = new Map<string, number>();
      for (const ids of lanesOfBand.values()) {
        place(ids, places);
      }
      const middleOf = (id: string, isSide: (difference: number) => boolean) =>
        mean(
          (neighbours.get(id) ?? [])
            .filter(other => isSide(laneNumber(other) - laneNumber(id)))
            .map(other => {
              const otherBand = bands.get(other)!;
              return otherBand === band
                ? places.get(other)!
                : outside * Math.sign(rank.get(otherBand)! - rank.get(band)!);
            }),
        );

      for (let sweep = 0; sweep < sweeps; sweep++) {
        const isForward = sweep % 2 === 0;
        const names = [...lanesOfBand.keys()];
        for (const lane of isForward ? names : names.reverse()) {
          const ids = sortByMiddle(lanesOfBand.get(lane)!, id =>
            middleOf(id, difference =>
              isForward ? difference <= 0 : difference >= 0,
            ),
          );
          lanesOfBand.set(lane, ids);
          place(ids, places);
        }
      }
      for (const [lane, ids] of lanesOfBand) {
        lanesOfBand.set(lane, keepEarlier(ids, earlier));
      }
      return [band, lanesOfBand];
    }),
  );
}

function groupByBand(
  nodes: MeshNode[],
  bands: ReadonlyMap<string, string>,
): Map<string, MeshNode[]> {
  const groups = new Map<string, MeshNode[]>();
  for (const node of nodes) {
    const band = bands.get(node.id)!;
    const known = groups.get(band);
    if (known) {
      known.push(node);
    } else {
      groups.set(band, [node]);
    }
  }
  return groups;
}

function startOrder(nodes: MeshNode[]): LaneOrder {
  const sorted = nodes
    .map(node => ({ node, key: sortKey(node) }))
    .sort((a, b) => compareTexts(a.key, b.key));
  return new Map(
    lanes.map(lane => [
      lane,
      sorted
        .filter(({ node }) => node.lane === lane)
        .map(({ node }) => node.id),
    ]),
  );
}

/** Lanes are drawn around the middle of their band. */
function place(ids: string[], places: Map<string, number>) {
  ids.forEach((id, index) => places.set(id, index - (ids.length - 1) / 2));
}

/** Whoever is joined to nothing on that side stays where it is. */
function sortByMiddle(
  ids: string[],
  middleOf: (id: string) => number | undefined,
): string[] {
  const middles = new Map(
    ids.map((id, index) => [id, middleOf(id) ?? index - (ids.length - 1) / 2]),
  );
  return [...ids].sort((a, b) => middles.get(a)! - middles.get(b)!);
}

function mean(values: number[]): number | undefined {
  return values.length === 0
    ? undefined
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The places of those that are known go to them in their earlier order. */
function keepEarlier(
  ids: string[],
  earlier: ReadonlyMap<string, number>,
): string[] {
  const known = ids
    .filter(id => earlier.has(id))
    .sort((a, b) => earlier.get(a)! - earlier.get(b)!);
  let next = 0;
  return ids.map(id => (earlier.has(id) ? known[next++] : id));
}
