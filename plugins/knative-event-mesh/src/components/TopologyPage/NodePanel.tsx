import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, ButtonIcon, Flex, Text } from '@backstage/ui';
import { RiCloseLine, RiFocus3Line } from '@remixicon/react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { MeshGraph, MeshNode } from '../../lib/topology';
import { BreakableText } from '../BreakableText';
import { EventTypeLink } from '../EventTypeLink';
import { FactList } from '../FactList';
import { readableCard } from '../MeshCard';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { ShortList } from '../ShortList';
import { StatusLabel } from '../StatusLabel';
import { nameOfNode, stateOfNode } from './describeNode';
import { NodeConnections } from './NodeConnections';
import { NodeDetails } from './NodeDetails';
import styles from './NodePanel.module.css';
import { RoleIcon } from './RoleIcon';
import { StateIcon } from './StateIcon';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';

/** More would push the lines of the graph out of sight. */
const mostMembers = 20;

/** Everything that is known of a node, beside the graph. */
export function NodePanel(props: {
  node: MeshNode;
  graph: MeshGraph;
  onClose: () => void;
  /** Asks for the panel of another node. */
  onOpen: (id: string) => void;
  /** Asks for what is around an entity. */
  onFocus: (entityRef: string) => void;
  /** Asks for the members of the node, one by one. */
  onExpand: (id: string) => void;
}) {
  const { node, graph, onClose, onOpen, onFocus, onExpand } = props;
  const t = useTopologyTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = nameOfNode(node, t);
  const state = stateOfNode(node, t);
  const isInCatalog = node.presence === 'inCatalog' && node.entityRef;

  useEffect(() => heading.current?.focus(), [node.id]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from wherever the focus is in it
    <aside
      className={`${styles.panel} ${readableCard}`}
      aria-label={name}
      onKeyDown={onKeyDown}
    >
      <Flex direction="column" gap="3">
        <div className={styles.head}>
          <span className={styles.icon}>
            <RoleIcon role={node.role} size={20} />
          </span>
          <div className={styles.title}>
            <Text variant="body-small" color="secondary">
              {node.kind}
            </Text>
            <h2 ref={heading} tabIndex={-1} className={styles.name}>
              <BreakableText text={name} />
            </h2>
          </div>
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiCloseLine />}
            aria-label={t('topology.panel.close')}
            onPress={onClose}
          />
        </div>
        {state && (
          <StatusLabel
            tone={state.tone}
            icon={<StateIcon tone={state.tone} size={16} />}
            text={state.text}
          />
        )}
        <FactList
          facts={[
            ...fact(t('topology.panel.namespace'), node.namespace),
            ...fact(t('topology.panel.environment'), node.environment),
          ]}
        />
        <Flex gap="2" align="center" className={styles.actions}>
          {isInCatalog && (
            <EntityRefLink entityRef={node.entityRef!}>
              {t('topology.panel.open')}
            </EntityRefLink>
          )}
          {isInCatalog && (
            <Button
              size="small"
              variant="secondary"
              iconStart={<RiFocus3Line />}
              onPress={() => onFocus(node.entityRef!)}
            >
              {t('topology.panel.focus')}
            </Button>
          )}
          {node.members && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => onExpand(node.id)}
            >
              {t('topology.panel.expand')}
            </Button>
          )}
        </Flex>
        {node.members && <Members members={node.members} />}
        {isInCatalog ? (
          <NodeDetails entityRef={node.entityRef!} />
        ) : (
          !node.members && <Unknown node={node} />
        )}
        <NodeConnections node={node} graph={graph} onOpen={onOpen} />
      </Flex>
    </aside>
  );
}

function fact(term: string, content: string | undefined) {
  return content ? [{ term, content }] : [];
}

function Members(props: { members: MeshNode[] }) {
  const t = useTopologyTexts();

  return (
    <Section title={t('topology.panel.members')}>
      <ShortList
        items={props.members}
        most={mostMembers}
        noun={t('topology.panel.members').toLocaleLowerCase()}
      >
        {shown => (
          <ul className={styles.list}>
            {shown.map(({ id, name }) => (
              <li key={id}>
                <EventTypeLink entityRef={id} type={name} />
              </li>
            ))}
          </ul>
        )}
      </ShortList>
    </Section>
  );
}

function Unknown(props: { node: MeshNode }) {
  const { advice, entityRef } = props.node;
  const t = useTopologyTexts();

  return (
    <>
      {advice && <Sentence text={advice} />}
      <Sentence
        text={
          entityRef === undefined
            ? t('topology.panel.noPage')
            : t('topology.panel.hidden', { entityRef })
        }
      />
    </>
  );
}
