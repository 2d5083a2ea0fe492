import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Flex, Text } from '@backstage/ui';
import { useMemo } from 'react';
import {
  compareTexts,
  lanes,
  type MeshGraph,
  type MeshNode,
  searchEdges,
  searchGraph,
} from '../../lib/topology';
import { BreakableText } from '../BreakableText';
import { type FlowColumn, PlainTable } from '../FlowTable';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { ShortList } from '../ShortList';
import { StatusLabel } from '../StatusLabel';
import { Unconfirmed } from '../Unconfirmed';
import { nameOfNode, stateOfNode } from './describeNode';
import { type LinkRow, linkRowsOf } from './linkRows';
import { StateIcon } from './StateIcon';
import styles from './TopologyTable.module.css';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';

/** More rows than that take a browser noticeably long to lay out. */
const mostRows = 50;

/** The graph as two tables: its lines, and its nodes. Nothing of it is left out. */
export function TopologyTable(props: {
  graph: MeshGraph;
  /** What is searched for; empty for all. */
  text: string;
  onOpen: (id: string) => void;
}) {
  const { graph, text, onOpen } = props;
  const t = useTopologyTexts();
  const links = useMemo(
    () => linkRowsOf(graph, searchEdges(graph, text), t),
    [graph, text, t],
  );
  const nodes = useMemo(() => {
    const found = searchGraph(graph, text);
    return graph.nodes
      .filter(({ id }) => found === undefined || found.has(id))
      .sort(
        (a, b) =>
          lanes.indexOf(a.lane) - lanes.indexOf(b.lane) ||
          compareTexts(a.name, b.name),
      );
  }, [graph, text]);

  return (
    <Flex direction="column" gap="6">
      <Section
        level={2}
        title={`${t('topology.table.links')} (${links.length})`}
      >
        {links.length === 0 ? (
          <Sentence text={t('topology.table.noLinks')} />
        ) : (
          <Rows
            label={t('topology.table.links')}
            columns={linkColumnsOf(t)}
            rows={links}
          />
        )}
      </Section>
      <Section
        level={2}
        title={`${t('topology.table.nodes')} (${nodes.length})`}
      >
        <Rows
          label={t('topology.table.nodes')}
          columns={nodeColumnsOf(t, onOpen)}
          rows={nodes}
        />
      </Section>
    </Flex>
  );
}

function Rows<T extends { id: string }>(props: {
  label: string;
  columns: FlowColumn<T>[];
  rows: T[];
}) {
  const { label, columns, rows } = props;
  return (
    <ShortList items={rows} most={mostRows} noun={label.toLocaleLowerCase()}>
      {shown => <PlainTable label={label} columns={columns} rows={shown} />}
    </ShortList>
  );
}

type Texts = ReturnType<typeof useTopologyTexts>;

function linkColumnsOf(t: Texts): FlowColumn<LinkRow>[] {
  return [
    {
      id: 'from',
      label: t('topology.table.from'),
      width: 24,
      content: ({ from }) => <NodeName node={from} />,
    },
    {
      id: 'how',
      label: t('topology.table.how'),
      width: 20,
      content: ({ how }) => <Small text={how} />,
    },
    {
      id: 'filter',
      label: t('topology.table.filter'),
      width: 18,
      content: ({ filter }) => <Small text={filter} />,
    },
    {
      id: 'to',
      label: t('topology.table.to'),
      width: 24,
      content: ({ to }) => <NodeName node={to} />,
    },
    {
      id: 'certainty',
      label: t('topology.table.certainty'),
      width: 14,
      content: ({ link }) => (
        <Flex direction="column" gap="1">
          <Small
            text={
              link.match === 'yes'
                ? t('topology.table.certain')
                : t('topology.table.maybe')
            }
          />
          <Unconfirmed unconfirmed={link.isUnconfirmed} />
        </Flex>
      ),
    },
  ];
}

function nodeColumnsOf(
  t: Texts,
  onOpen: (id: string) => void,
): FlowColumn<MeshNode>[] {
  return [
    {
      id: 'name',
      label: t('topology.table.name'),
      width: 34,
      content: node => (
        <Button
          size="small"
          variant="tertiary"
          className={styles.details}
          aria-label={t('topology.table.details', {
            name: nameOfNode(node, t),
          })}
          onPress={() => onOpen(node.id)}
        >
          <BreakableText text={nameOfNode(node, t)} />
        </Button>
      ),
    },
    {
      id: 'kind',
      label: t('topology.table.kind'),
      width: 14,
      content: ({ kind }) => <Small text={kind} />,
    },
    {
      id: 'lane',
      label: t('topology.table.lane'),
      width: 16,
      content: ({ lane }) => <Small text={t(`topology.lanes.${lane}`)} />,
    },
    {
      id: 'state',
      label: t('topology.table.state'),
      width: 22,
      content: node => <State node={node} />,
    },
    {
      id: 'findings',
      label: t('topology.table.findings'),
      width: 14,
      content: ({ findings }) => <Small text={String(findings)} />,
    },
  ];
}

function Small(props: { text: string }) {
  return (
    <Text variant="body-small">
      <BreakableText text={props.text} />
    </Text>
  );
}

function NodeName(props: { node: MeshNode }) {
  const { node } = props;
  const t = useTopologyTexts();
  const name = <BreakableText text={nameOfNode(node, t)} />;
  const isLinked = node.entityRef && node.presence === 'inCatalog';

  return (
    <Flex direction="column" gap="0">
      {isLinked ? (
        <EntityRefLink entityRef={node.entityRef!}>{name}</EntityRefLink>
      ) : (
        <Text variant="body-medium">{name}</Text>
      )}
      <Text variant="body-x-small" color="secondary">
        {node.kind}
      </Text>
    </Flex>
  );
}

function State(props: { node: MeshNode }) {
  const state = stateOfNode(props.node, useTopologyTexts());
  return state ? (
    <StatusLabel
      tone={state.tone}
      icon={<StateIcon tone={state.tone} size={16} />}
      text={state.text}
    />
  ) : null;
}
