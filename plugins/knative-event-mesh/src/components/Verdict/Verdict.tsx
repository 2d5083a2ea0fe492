import { Flex, Text } from '@backstage/ui';
import { RiArrowRightCircleLine, RiQuestionLine } from '@remixicon/react';
import type { EventConsumer } from 'backstage-plugin-knative-event-mesh-common';

/**
 * Whether the trigger passes the event type on. An undecided match is never
 * shown as a delivery: it says what it hangs on.
 */
export function Verdict(props: Pick<EventConsumer, 'match' | 'reasons'>) {
  const { match, reasons } = props;
  const Icon = match === 'yes' ? RiArrowRightCircleLine : RiQuestionLine;

  return (
    <Flex direction="column" gap="1">
      <Flex align="center" gap="1">
        <Icon size={16} aria-hidden />
        <Text variant="body-small" weight="bold">
          {match === 'yes' ? 'Receives' : 'May receive'}
        </Text>
      </Flex>
      {reasons.map(reason => (
        <Text
          key={`${reason.code} ${reason.attribute} ${reason.text}`}
          variant="body-x-small"
          color="secondary"
        >
          {reason.text}
        </Text>
      ))}
    </Flex>
  );
}
