import { ButtonLink } from '@backstage/ui';
import { RiNodeTree } from '@remixicon/react';
import { topologyRouteRef } from '../../routes';
import { usePagePath } from '../../hooks/usePagePath';
import { useTopologyTexts } from '../../hooks/useTopologyTexts';

/** Leads to what is around an entity in the topology. */
export function TopologyLink(props: {
  /** Full entity ref. */
  entityRef: string;
}) {
  const path = usePagePath(topologyRouteRef);
  const t = useTopologyTexts();

  // An app may have switched the page off.
  return path ? (
    <ButtonLink
      size="small"
      variant="secondary"
      iconStart={<RiNodeTree />}
      href={`${path}?${new URLSearchParams({ focus: props.entityRef })}`}
    >
      {t('topology.seeInTopology')}
    </ButtonLink>
  ) : null;
}
