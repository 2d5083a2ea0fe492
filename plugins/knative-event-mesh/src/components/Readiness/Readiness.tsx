import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { EventProvider } from 'backstage-plugin-knative-event-mesh-common';
import { StatusLabel } from '../StatusLabel';

const appearance = {
  True: { Icon: RiCheckboxCircleLine, label: 'Ready', tone: 'positive' },
  False: { Icon: RiCloseCircleLine, label: 'Not ready', tone: 'negative' },
  Unknown: {
    Icon: RiQuestionLine,
    label: 'Readiness unknown',
    tone: 'warning',
  },
} as const;

/** The `Ready` condition in icon and words, with its reason when not ready. */
export function Readiness(props: {
  readiness: NonNullable<EventProvider['readiness']>;
}) {
  const { status, reason, message, stale } = props.readiness;
  const { Icon, label, tone } = appearance[status];
  const words = status === 'True' || !reason ? label : `${label}: ${reason}`;

  return (
    <StatusLabel
      tone={stale ? 'warning' : tone}
      icon={<Icon size={16} />}
      text={stale ? `${words} (status is out of date)` : words}
      title={message}
    />
  );
}
