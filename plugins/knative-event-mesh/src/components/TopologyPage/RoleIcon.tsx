import {
  RiBox3Line,
  RiExchangeLine,
  RiFlowChart,
  RiGlobalLine,
  RiInboxArchiveLine,
  RiMailLine,
  RiMailSendLine,
  RiPuzzleLine,
  RiSignalTowerLine,
  RiStackLine,
} from '@remixicon/react';
import type { MeshNodeRole } from '../../lib/topology';

const icons: Record<MeshNodeRole, typeof RiBox3Line> = {
  source: RiSignalTowerLine,
  broker: RiExchangeLine,
  channel: RiMailSendLine,
  eventType: RiMailLine,
  eventTypes: RiStackLine,
  flow: RiFlowChart,
  sink: RiInboxArchiveLine,
  component: RiPuzzleLine,
  object: RiBox3Line,
  address: RiGlobalLine,
};

/** What a node stands for, as a picture; its kind is written beside it. */
export function RoleIcon(props: { role: MeshNodeRole; size: number }) {
  const Icon = icons[props.role];
  return <Icon size={props.size} aria-hidden />;
}
