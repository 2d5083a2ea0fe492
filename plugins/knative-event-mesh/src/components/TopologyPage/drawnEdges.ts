import type { TopologyTexts } from '../../hooks/useTopologyTexts';
import {
  isPossibleOnly,
  isUnconfirmed,
  type MeshEdge,
  type MeshEdgeKind,
  type MeshLayout,
  nodeSize,
} from '../../lib/topology';
import { describeEdge, labelOfEdge } from './describeEdge';
import { nameOfNode } from './describeNode';

/** An edge as it is drawn: nothing is worked out while it is. */
export interface DrawnEdge {
  id: string;
  source: string;
  target: string;
  kind: MeshEdgeKind;
  /** Of an SVG path. */
  path: string;
  /** All of it, for those who point at it. */
  title: string;
  isMaybe: boolean;
  isUnconfirmed: boolean;
}

interface Point {
  x: number;
  y: number;
}

/** What stands where edges arrive: once, however many edges it is said of. */
export interface EdgeLabel {
  id: string;
  target: string;
  kind: MeshEdgeKind;
  text: string;
  x: number;
  y: number;
  /** Which end of the text is at that place. */
  anchor: 'start' | 'end';
}

/** The edges of a graph, as lines between the nodes of its layout. */
export function drawnEdgesOf(
  edges: MeshEdge[],
  layout: MeshLayout,
  t: TopologyTexts,
): DrawnEdge[] {
  const places = new Map(layout.nodes.map(placed => [placed.node.id, placed]));
  const names = new Map(
    layout.nodes.map(({ node }) => [node.id, nameOfNode(node, t)]),
  );
  return edges.map(edge => {
    const [start, first, second, end] = curveBetween(
      places.get(edge.source)!,
      places.get(edge.target)!,
    );
    return {
      id: edge.id,
      source: edge.source,
      target: edge.target,
      kind: edge.kind,
      path: `M${start.x} ${start.y}C${first.x} ${first.y} ${second.x} ${second.y} ${end.x} ${end.y}`,
      title: describeEdge(edge, names, t),
      isMaybe: isPossibleOnly(edge),
      isUnconfirmed: isUnconfirmed(edge),
    };
  });
}

/** So many lines fit beside a node; more are counted. */
const mostLines = 3;
const lineHeight = 15;
/** Room for the arrow. */
const arrowLength = 14;

/** What is said of edges, beside the nodes that they lead to. */
export function edgeLabelsOf(
  edges: MeshEdge[],
  layout: MeshLayout,
  t: TopologyTexts,
): EdgeLabel[] {
  const places = new Map(layout.nodes.map(placed => [placed.node.id, placed]));
  const said = new Map<string, Omit<EdgeLabel, 'y' | 'id'>[]>();
  for (const edge of edges) {
    const text = labelOfEdge(edge, t);
    const target = places.get(edge.target)!;
    const isLeft = places.get(edge.source)!.x < target.x;
    const corner = `${edge.target} ${isLeft}`;
    const lines = said.get(corner) ?? [];
    if (text !== undefined && lines.every(line => line.text !== text)) {
      lines.push({
        target: edge.target,
        kind: edge.kind,
        text,
        x: isLeft
          ? target.x - arrowLength
          : target.x + nodeSize.width + arrowLength,
        anchor: isLeft ? 'end' : 'start',
      });
      said.set(corner, lines);
    }
  }
  return [...said.values()].flatMap(lines => {
    const middle = places.get(lines[0].target)!.y + nodeSize.height / 2;
    return shorten(lines).map((line, index, { length }) => ({
      ...line,
      id: `${line.target} ${line.anchor} ${index}`,
      y: middle + (index - (length - 1) / 2) * lineHeight,
    }));
  });
}

function shorten(
  lines: Omit<EdgeLabel, 'y' | 'id'>[],
): Omit<EdgeLabel, 'y' | 'id'>[] {
  if (lines.length <= mostLines) {
    return lines;
  }
  const shown = lines.slice(0, mostLines - 1);
  return [
    ...shown,
    { ...lines[mostLines - 1], text: `+${lines.length - shown.length}` },
  ];
}

type Curve = [Point, Point, Point, Point];

/** What goes back leaves to the left; within a lane edges run on its right. */
function curveBetween(from: Point, to: Point): Curve {
  const leaves = to.x >= from.x ? 1 : -1;
  const arrives = to.x > from.x ? -1 : 1;
  const start = sideOf(from, leaves);
  const end = sideOf(to, arrives);
  const reach = Math.max(48, Math.abs(end.x - start.x) * 0.45);
  return [
    start,
    { x: start.x + leaves * reach, y: start.y },
    { x: end.x + arrives * reach, y: end.y },
    end,
  ];
}

function sideOf({ x, y }: Point, side: 1 | -1): Point {
  return {
    x: side === 1 ? x + nodeSize.width : x,
    y: y + nodeSize.height / 2,
  };
}
