import {
  isPossibleOnly,
  isUnconfirmed,
  type MeshEdge,
  type MeshLink,
  shortFilter,
  shortFilterText,
} from '../../lib/topology';
import type { TopologyTexts } from '../../hooks/useTopologyTexts';

/**
 * What stands at an edge: the filter that events have to pass, or what else it
 * is; undefined where there is nothing to say. What is not the usual way of an
 * event is always said.
 */
export function labelOfEdge(
  edge: MeshEdge,
  t: TopologyTexts,
): string | undefined {
  const said = [
    ...new Set(
      edge.links
        .map(link => labelOfLink(edge, link, t))
        .filter(text => text !== undefined),
    ),
  ];
  const [first, ...others] = said;
  const label =
    others.length > 0
      ? t('topology.edge.more', { text: first, number: String(others.length) })
      : first;
  return (
    [label, isUnconfirmed(edge) && t('topology.edge.unconfirmed')]
      .filter(Boolean)
      .join(', ') || undefined
  );
}

function labelOfLink(
  { kind }: MeshEdge,
  { via, step, eventType }: MeshLink,
  t: TopologyTexts,
): string | undefined {
  const stepText =
    step && t(`topology.edge.${step.part}`, { number: String(step.number) });
  switch (kind) {
    case 'delivers': {
      const filter = via && shortFilter(via);
      if (filter) {
        return shortFilterText(filter);
      }
      return via?.kind === 'Trigger'
        ? t('topology.edge.everyEvent')
        : undefined;
    }
    case 'sends':
      return eventType;
    case 'step':
      return stepText;
    case 'runs':
      return t('topology.edge.runs');
    case 'reply':
      return t('topology.edge.reply');
    case 'deadLetter':
      return t('topology.edge.deadLetter');
    default:
      return undefined;
  }
}

/** An edge in one sentence, for those who hear it. */
export function describeEdge(
  edge: MeshEdge,
  names: ReadonlyMap<string, string>,
  t: TopologyTexts,
): string {
  const text = [
    t(`topology.edge.kinds.${edge.kind}`),
    labelOfEdge(edge, t),
    isPossibleOnly(edge) && t('topology.edge.maybe'),
  ]
    .filter(Boolean)
    .join(', ');
  return t('topology.edge.name', {
    text,
    source: names.get(edge.source) ?? edge.source,
    target: names.get(edge.target) ?? edge.target,
  });
}
