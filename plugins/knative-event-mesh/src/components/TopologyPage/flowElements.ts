import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react';
import {
  isPossibleOnly,
  isUnconfirmed,
  type MeshEdge,
  type MeshLayout,
  type MeshNode,
  nodeSize,
} from '../../lib/topology';
import { describeEdge, labelOfEdge } from './describeEdge';
import {
  describeNode,
  nameOfNode,
  type NodeTone,
  stateOfNode,
} from './describeNode';
import type { TopologyTexts } from '../../hooks/useTopologyTexts';

/** What is drawn in a node, as texts: nothing is worked out while it is drawn. */
export interface NodeContent extends Record<string, unknown> {
  node: MeshNode;
  name: string;
  state?: { tone: NodeTone; text: string };
  findings?: string;
  isFocus: boolean;
  isDimmed: boolean;
  isSelected: boolean;
}

/** What is drawn at an edge. */
export interface EdgeContent extends Record<string, unknown> {
  edge: MeshEdge;
  label?: string;
  isMaybe: boolean;
  isUnconfirmed: boolean;
  isDimmed: boolean;
  /** Whether it leads to or from the node whose panel is open. */
  isActive: boolean;
}

/** What a node and an edge are for React Flow. */
export type FlowNode = Node<NodeContent, 'mesh'>;
/** See {@link FlowNode}. */
export type FlowEdge = Edge<EdgeContent, 'mesh'>;

/** What the marks of nodes and edges depend on. */
export interface Marks {
  focus: string;
  /** Ids of what is searched for; undefined if nothing is. */
  found?: ReadonlySet<string>;
}

const { width, height } = nodeSize;

/**
 * Where edges begin and end. With sizes and places given, React Flow has nothing
 * to measure, which takes most of the time that it needs otherwise.
 */
const handles: NodeHandle[] = (['source', 'target'] as const).flatMap(type => [
  {
    id: 'left',
    type,
    position: Position.Left,
    x: 0,
    y: height / 2,
    width: 0,
    height: 0,
  },
  {
    id: 'right',
    type,
    position: Position.Right,
    x: width,
    y: height / 2,
    width: 0,
    height: 0,
  },
]);

/** The nodes of a layout as React Flow draws them, in the order to walk through. */
export function flowNodesOf(
  layout: MeshLayout,
  subscribers: ReadonlyMap<string, number>,
  { focus, found }: Marks,
  t: TopologyTexts,
): FlowNode[] {
  return layout.nodes.map(({ node, x, y }) => ({
    id: node.id,
    type: 'mesh',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles,
    ariaRole: 'button',
    ariaLabel: describeNode(node, subscribers.get(node.id), t),
    domAttributes: { tabIndex: -1 },
    data: {
      node,
      name: nameOfNode(node, t),
      state: stateOfNode(node, t),
      findings:
        node.findings > 0
          ? t('topology.node.findings', { count: node.findings })
          : undefined,
      isFocus: node.id === focus,
      isDimmed: found !== undefined && !found.has(node.id),
      isSelected: false,
    },
  }));
}

/** The edges of a graph as React Flow draws them. */
export function flowEdgesOf(
  edges: MeshEdge[],
  layout: MeshLayout,
  { found }: Marks,
  t: TopologyTexts,
): FlowEdge[] {
  const columns = new Map(layout.nodes.map(({ node, x }) => [node.id, x]));
  const names = new Map(
    layout.nodes.map(({ node }) => [node.id, nameOfNode(node, t)]),
  );
  return edges.map(edge => ({
    id: edge.id,
    type: 'mesh',
    source: edge.source,
    target: edge.target,
    ...sidesOf(columns.get(edge.source)!, columns.get(edge.target)!),
    ariaLabel: describeEdge(edge, names, t),
    markerEnd: 'mesh-arrow',
    data: {
      edge,
      label: labelOfEdge(edge, t),
      isMaybe: isPossibleOnly(edge),
      isUnconfirmed: isUnconfirmed(edge),
      isDimmed:
        found !== undefined &&
        !found.has(edge.source) &&
        !found.has(edge.target),
      isActive: false,
    },
  }));
}

/** What goes back leaves to the left; within a lane edges run on its right. */
function sidesOf(from: number, to: number) {
  return {
    sourceHandle: to < from ? 'left' : 'right',
    targetHandle: to > from ? 'left' : 'right',
  };
}

/** Marks the node that the tab key leads to, and the one whose panel is open. */
export function markNodes(
  nodes: FlowNode[],
  current: string | undefined,
  selected: string,
): FlowNode[] {
  return nodes.map(node => {
    const isCurrent = node.id === current;
    const isSelected = node.id === selected;
    return isCurrent || isSelected
      ? {
          ...node,
          zIndex: 1,
          domAttributes: {
            tabIndex: isCurrent ? 0 : -1,
            'aria-expanded': isSelected,
          },
          data: { ...node.data, isSelected },
        }
      : node;
  });
}

/** Marks the edges of the node whose panel is open; they are drawn above others. */
export function markEdges(edges: FlowEdge[], selected: string): FlowEdge[] {
  return selected === ''
    ? edges
    : edges.map(edge =>
        edge.source === selected || edge.target === selected
          ? { ...edge, zIndex: 1, data: { ...edge.data!, isActive: true } }
          : edge,
      );
}

/** Whether so many filters stand at edges that they would hide each other. */
export function isCrowded(edges: FlowEdge[]): boolean {
  return edges.filter(({ data }) => data!.label !== undefined).length > 100;
}
