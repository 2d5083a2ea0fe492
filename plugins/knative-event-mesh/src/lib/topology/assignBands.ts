import { compareTexts, type MeshGraph, type MeshNode } from './meshGraph';
import { neighboursOf } from './neighbourhood';

/** The band of what no broker or channel has to do with. */
export const restBand = '';

/**
 * Which band each node is drawn in: that of a broker or channel, whose id it is
 * called by. Others go where most of their edges lead, with equal numbers to the
 * first; what none of them reaches goes to the last band, {@link restBand}.
 *
 * @param earlier - bands of an earlier layout, which nodes do not leave
 * @returns bands by the ids of nodes, in the order in which bands are drawn
 */
export function assignBands(
  graph: MeshGraph,
  earlier: ReadonlyMap<string, string> = new Map(),
): { order: string[]; bands: Map<string, string> } {
  const providers = graph.nodes
    .filter(({ lane }) => lane === 'provider')
    .sort((a, b) => compareTexts(sortKey(a), sortKey(b)));
  const order = [...providers.map(({ id }) => id), restBand];
  const rank = new Map(order.map((band, index) => [band, index]));
  const bands = new Map(providers.map(({ id }) => [id, id]));

  for (const { id } of graph.nodes) {
    const band = earlier.get(id);
    if (band && !bands.has(id) && rank.has(band)) {
      bands.set(id, band);
    }
  }
  const neighbours = neighboursOf(graph);
  let waiting = graph.nodes.filter(({ id }) => !bands.has(id));
  while (waiting.length > 0) {
    // All at once, so that it does not matter who is asked first.
    const found = waiting.flatMap(({ id }): [string, string][] => {
      const band = mostFrequent(neighbours.get(id) ?? [], bands, rank);
      return band === undefined ? [] : [[id, band]];
    });
    if (found.length === 0) {
      break;
    }
    for (const [id, band] of found) {
      bands.set(id, band);
    }
    waiting = waiting.filter(({ id }) => !bands.has(id));
  }
  for (const { id } of waiting) {
    bands.set(id, restBand);
  }
  return { order, bands };
}

/** Objects of one name stand together, whatever is in between elsewhere. */
export function sortKey({ environment, namespace, name, id }: MeshNode) {
  return [environment ?? '', namespace ?? '', name, id].join('\n');
}

function mostFrequent(
  ids: string[],
  bands: ReadonlyMap<string, string>,
  rank: ReadonlyMap<string, number>,
): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const band = bands.get(id);
    if (band !== undefined) {
      counts.set(band, (counts.get(band) ?? 0) + 1);
    }
  }
  const [first] = [...counts].sort(
    ([a, countOfA], [b, countOfB]) =>
      countOfB - countOfA || rank.get(a)! - rank.get(b)!,
  );
  return first?.[0];
}
