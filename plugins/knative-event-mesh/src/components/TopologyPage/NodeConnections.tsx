import { Button, Text } from '@backstage/ui';
import {
  isPossibleOnly,
  type MeshEdge,
  type MeshGraph,
  type MeshNode,
} from '../../lib/topology';
import { Section } from '../Section';
import { ShortList } from '../ShortList';
import { labelOfEdge } from './describeEdge';
import { nameOfNode } from './describeNode';
import styles from './NodeConnections.module.css';
import {
  type TopologyTexts,
  useTopologyTexts,
} from '../../hooks/useTopologyTexts';

/** More would be longer than the panel. */
const mostShown = 15;

/** The lines that lead to a node and from it, each with a way to its other end. */
export function NodeConnections(props: {
  node: MeshNode;
  graph: MeshGraph;
  onOpen: (id: string) => void;
}) {
  const { node, graph, onOpen } = props;
  const t = useTopologyTexts();
  const nodes = new Map(graph.nodes.map(other => [other.id, other]));
  const ways = [
    {
      title: t('topology.panel.incoming'),
      edges: graph.edges.filter(({ target }) => target === node.id),
      endOf: ({ source }: MeshEdge) => nodes.get(source)!,
    },
    {
      title: t('topology.panel.outgoing'),
      edges: graph.edges.filter(({ source }) => source === node.id),
      endOf: ({ target }: MeshEdge) => nodes.get(target)!,
    },
  ];

  return (
    <>
      {ways
        .filter(({ edges }) => edges.length > 0)
        .map(({ title, edges, endOf }) => (
          <Section key={title} title={title}>
            <ShortList items={edges} most={mostShown} noun={title}>
              {shown => (
                <ul className={styles.list}>
                  {shown.map(edge => (
                    <li key={edge.id}>
                      <Button
                        size="small"
                        variant="tertiary"
                        className={styles.end}
                        onPress={() => onOpen(endOf(edge).id)}
                      >
                        {nameOfNode(endOf(edge), t)}
                      </Button>
                      <Text variant="body-x-small" color="secondary">
                        {textOf(edge, t)}
                      </Text>
                    </li>
                  ))}
                </ul>
              )}
            </ShortList>
          </Section>
        ))}
    </>
  );
}

function textOf(edge: MeshEdge, t: TopologyTexts): string {
  const through = new Set(
    edge.links.map(({ via, viaReference }) => (via ?? viaReference)?.name),
  );
  return [
    labelOfEdge(edge, t) ?? t(`topology.edge.kinds.${edge.kind}`),
    isPossibleOnly(edge) && t('topology.edge.maybe'),
    ...through,
  ]
    .filter(Boolean)
    .join(' · ');
}
