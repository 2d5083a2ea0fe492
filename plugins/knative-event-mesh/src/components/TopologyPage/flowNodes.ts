import type { Node } from '@xyflow/react';
import { type MeshLayout, type MeshNode, nodeSize } from '../../lib/topology';
import type { TopologyTexts } from '../../hooks/useTopologyTexts';
import {
  describeNode,
  nameOfNode,
  type NodeTone,
  stateOfNode,
} from './describeNode';

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

/** What a node is for React Flow. */
export type FlowNode = Node<NodeContent, 'mesh'>;
/** What the marks of nodes and edges depend on. */
export interface Marks {
  focus: string;
  /** Ids of what is searched for; undefined if nothing is. */
  found?: ReadonlySet<string>;
}

const { width, height } = nodeSize;

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
