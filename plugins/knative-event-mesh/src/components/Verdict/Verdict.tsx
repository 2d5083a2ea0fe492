import { Flex } from '@backstage/ui';
import { RiArrowRightCircleLine, RiQuestionLine } from '@remixicon/react';
import type { EventConsumer } from 'backstage-plugin-knative-event-mesh-common';
import { Sentence } from '../Sentence';
import { StatusLabel } from '../StatusLabel';

/**
 * Whether the trigger passes the event type on. An undecided match is never
 * shown as a delivery: it says what it hangs on.
 */
export function Verdict(props: Pick<EventConsumer, 'match' | 'reasons'>) {
  const { match, reasons } = props;

  return (
    <Flex direction="column" gap="1">
      {match === 'yes' ? (
        <StatusLabel
          tone="positive"
          icon={<RiArrowRightCircleLine size={16} />}
          text="Receives"
        />
      ) : (
        <StatusLabel
          tone="warning"
          icon={<RiQuestionLine size={16} />}
          text="May receive"
        />
      )}
      {reasons.map(({ code, attribute, text }) => (
        <Sentence key={`${code} ${attribute} ${text}`} text={text} />
      ))}
    </Flex>
  );
}
