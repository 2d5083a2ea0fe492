import type { MeshNode } from '../../lib/topology';
import type { TopologyTexts } from '../../hooks/useTopologyTexts';

/** How good or bad the state of a node is; words say it, too. */
export type NodeTone = 'positive' | 'negative' | 'warning' | 'neutral';

/** What a node is called. */
export function nameOfNode(node: MeshNode, t: TopologyTexts): string {
  switch (node.presence) {
    case 'noSubscriber':
      return t('topology.node.noSubscriber');
    default:
      return node.role === 'eventTypes'
        ? t('topology.node.eventTypes', {
            number: String(node.members!.length),
          })
        : node.name;
  }
}

/** What there is to say of the state of a node; undefined if there is nothing. */
export function stateOfNode(
  node: MeshNode,
  t: TopologyTexts,
): { tone: NodeTone; text: string } | undefined {
  const { presence, readiness, members } = node;
  if (presence !== 'inCatalog' && presence !== 'notAsked') {
    return {
      tone: presence === 'notFound' ? 'negative' : 'neutral',
      text: t(`topology.node.presence.${presence}`),
    };
  }
  if (members) {
    const count = members.filter(isNotReady).length;
    return count === 0
      ? undefined
      : {
          tone: 'warning',
          text: t('topology.node.notAllReady', { number: String(count) }),
        };
  }
  if (!readiness) {
    return presence === 'notAsked'
      ? { tone: 'neutral', text: t('topology.node.presence.notAsked') }
      : undefined;
  }
  const [tone, words] = readinessOf(readiness.status, t);
  return readiness.stale
    ? {
        tone: 'warning',
        text: t('topology.node.stale', { readiness: words }),
      }
    : { tone, text: words };
}

function readinessOf(
  status: 'True' | 'False' | 'Unknown',
  t: TopologyTexts,
): [NodeTone, string] {
  switch (status) {
    case 'True':
      return ['positive', t('topology.node.ready')];
    case 'False':
      return ['negative', t('topology.node.notReady')];
    default:
      return ['warning', t('topology.node.unknown')];
  }
}

function isNotReady({ readiness }: MeshNode): boolean {
  return readiness !== undefined && readiness.status !== 'True';
}

/**
 * A node in one sentence, for those who hear it: `Broker payments/orders, Ready,
 * 2 findings, 3 subscribers`. It begins with what is drawn, in the same order.
 *
 * @param subscribers - undefined of what delivers nothing
 */
export function describeNode(
  node: MeshNode,
  subscribers: number | undefined,
  t: TopologyTexts,
): string {
  const { kind, namespace, role, findings } = node;
  const name = nameOfNode(node, t);
  const isNamed = role !== 'eventType' && role !== 'eventTypes';
  return [
    `${role === 'eventTypes' ? '' : kind} ${
      isNamed && namespace ? `${namespace}/` : ''
    }${name}`.trim(),
    stateOfNode(node, t)?.text,
    findings > 0 && t('topology.node.findings', { count: findings }),
    subscribers !== undefined &&
      t('topology.node.subscribers', { count: subscribers }),
  ]
    .filter(Boolean)
    .join(', ');
}
