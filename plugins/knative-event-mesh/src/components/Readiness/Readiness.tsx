import { Flex, Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { EventProvider } from 'backstage-plugin-knative-event-mesh-common';

const appearance = {
  True: { icon: RiCheckboxCircleLine, label: 'Ready', color: 'success' },
  False: { icon: RiCloseCircleLine, label: 'Not ready', color: 'danger' },
  Unknown: {
    icon: RiQuestionLine,
    label: 'Readiness unknown',
    color: 'warning',
  },
} as const;

/** The `Ready` condition in icon and words, with its reason when not ready. */
export function Readiness(props: {
  readiness: NonNullable<EventProvider['readiness']>;
}) {
  const { status, reason, message, stale } = props.readiness;
  const { icon: Icon, label, color } = appearance[status];
  const words = status === 'True' || !reason ? label : `${label}: ${reason}`;

  return (
    <Flex align="center" gap="1" title={message}>
      <Icon size={16} aria-hidden />
      <Text color={color} variant="body-small">
        {stale ? `${words} (status is out of date)` : words}
      </Text>
    </Flex>
  );
}
