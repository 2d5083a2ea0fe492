import type { MeshGraph } from './meshGraph';
import type { MeshLayout, PlacedNode } from './layoutMesh';
import { neighboursOf } from './neighbourhood';

/** Where a key of the keyboard leads. */
export type WalkingKey =
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Home'
  | 'End';

const walkingKeys: string[] = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
];

/** Whether a key leads from node to node. */
export function isWalkingKey(key: string): key is WalkingKey {
  return walkingKeys.includes(key);
}

/**
 * The node that a key leads to: up and down within a lane; to the left and right
 * to what is joined to the node, the nearest first, else to the next lane; Home
 * and End to the ends of the lane. Undefined where there is nothing.
 *
 * @param from - id of the node to start from
 */
export function walkLayout(
  layout: MeshLayout,
  graph: MeshGraph,
  from: string,
  key: WalkingKey,
): string | undefined {
  const here = layout.nodes.find(({ node }) => node.id === from);
  if (!here) {
    return layout.nodes[0]?.node.id;
  }
  const lane = layout.nodes.filter(({ x }) => x === here.x);
  const index = lane.indexOf(here);
  switch (key) {
    case 'ArrowUp':
      return lane[index - 1]?.node.id;
    case 'ArrowDown':
      return lane[index + 1]?.node.id;
    case 'Home':
      return lane[0].node.id;
    case 'End':
      return lane[lane.length - 1].node.id;
    default:
      return sideways(layout, graph, here, key === 'ArrowRight');
  }
}

function sideways(
  { nodes }: MeshLayout,
  graph: MeshGraph,
  here: PlacedNode,
  isRight: boolean,
): string | undefined {
  const isThere = ({ x }: PlacedNode) => (isRight ? x > here.x : x < here.x);
  const joined = new Set(neighboursOf(graph).get(here.node.id));
  const there = nodes.filter(isThere);
  const candidates = there.filter(({ node }) => joined.has(node.id));
  return nearest(candidates.length > 0 ? candidates : there, here)?.node.id;
}

function nearest(
  nodes: PlacedNode[],
  { x, y }: PlacedNode,
): PlacedNode | undefined {
  const [first] = [...nodes].sort(
    (a, b) =>
      Math.abs(a.x - x) - Math.abs(b.x - x) ||
      Math.abs(a.y - y) - Math.abs(b.y - y),
  );
  return first;
}
