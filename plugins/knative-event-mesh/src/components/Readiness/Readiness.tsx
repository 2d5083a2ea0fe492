import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { EventProvider } from 'backstage-plugin-knative-event-mesh-common';
import { Sentence } from '../Sentence';
import { StatusLabel } from '../StatusLabel';

type ReadyCondition = NonNullable<EventProvider['readiness']>;

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
  readiness: ReadyCondition;
  /** Whose condition it is, where that is not plain. */
  of?: string;
}) {
  const { status, reason, message, stale } = props.readiness;
  const { Icon, label, tone } = appearance[status];
  const words = status === 'True' || !reason ? label : `${label}: ${reason}`;
  const text = stale ? `${words} (status is out of date)` : words;

  return (
    <StatusLabel
      tone={stale ? 'warning' : tone}
      icon={<Icon size={16} />}
      text={props.of ? `${props.of}: ${text}` : text}
      title={message}
    />
  );
}

/** The condition, unless all is well: in a list, only trouble is worth a line. */
export function Trouble(props: { readiness?: ReadyCondition; of?: string }) {
  const { readiness, of } = props;

  return readiness && (readiness.status !== 'True' || readiness.stale) ? (
    <Readiness readiness={readiness} of={of} />
  ) : null;
}

/**
 * The message of the condition, unless all is well: what only stands in a title
 * is not there for those who do not use a mouse.
 */
export function Explanation(props: { readiness?: ReadyCondition }) {
  const { status, message } = props.readiness ?? {};

  return status && status !== 'True' && message ? (
    <Sentence text={message} />
  ) : null;
}
