import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLinkUnlink,
  RiQuestionLine,
} from '@remixicon/react';
import type { NodeTone } from './describeNode';

const icons: Record<NodeTone, typeof RiQuestionLine> = {
  positive: RiCheckboxCircleLine,
  negative: RiCloseCircleLine,
  warning: RiQuestionLine,
  neutral: RiLinkUnlink,
};

/** A state as a picture; it is written beside it. */
export function StateIcon(props: { tone: NodeTone; size: number }) {
  const Icon = icons[props.tone];
  return <Icon size={props.size} aria-hidden />;
}
