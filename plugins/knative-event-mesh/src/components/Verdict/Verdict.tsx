import { Flex } from '@backstage/ui';
import { RiArrowRightCircleLine, RiQuestionLine } from '@remixicon/react';
import type {
  EventConsumer,
  MatchReason,
} from 'backstage-plugin-knative-event-mesh-common';
import { Sentence } from '../Sentence';
import { StatusLabel } from '../StatusLabel';

/**
 * Whether the trigger passes the event type on. An undecided match is never
 * shown as a delivery: it says what it hangs on.
 */
export function Verdict(props: {
  match: EventConsumer['match'];
  doubts: MatchReason[];
}) {
  const { match, doubts } = props;

  return (
    <Flex direction="column" gap="1">
      <MatchLabel match={match} certain="Receives" possible="May receive" />
      {doubts.map(({ text }) => (
        <Sentence key={text} text={text} />
      ))}
    </Flex>
  );
}

/** Whether something sends an event type, or only may. */
export function EmissionVerdict(props: { match: EventConsumer['match'] }) {
  return <MatchLabel match={props.match} certain="Sends" possible="May send" />;
}

function MatchLabel(props: {
  match: EventConsumer['match'];
  certain: string;
  possible: string;
}) {
  const { match, certain, possible } = props;

  return match === 'yes' ? (
    <StatusLabel
      tone="positive"
      icon={<RiArrowRightCircleLine size={16} />}
      text={certain}
    />
  ) : (
    <StatusLabel
      tone="warning"
      icon={<RiQuestionLine size={16} />}
      text={possible}
    />
  );
}
