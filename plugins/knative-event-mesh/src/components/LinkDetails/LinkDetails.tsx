import { Flex } from '@backstage/ui';
import type {
  DeliveryOrigin,
  MatchReason,
  LinkSummary,
} from 'backstage-plugin-knative-event-mesh-common';
import { Delivery } from '../Delivery';
import { Filter } from '../Filter';
import { LinkName } from '../LinkName';
import { Reply } from '../Reply';
import { Sentence } from '../Sentence';

/**
 * What brings events to a subscriber: a trigger with what it lets pass, or a
 * subscription, and what happens when delivery fails.
 */
export function LinkDetails(props: {
  link: LinkSummary;
  notes: MatchReason[];
}) {
  const { link, notes } = props;

  return (
    <Flex direction="column" gap="2">
      <LinkName link={link} />
      {isDirect(link) ? (
        <Sentence text="Events are sent to it directly." />
      ) : (
        <>
          <Filter link={link} notes={notes} />
          <LinkOutcome link={link} />
        </>
      )}
    </Flex>
  );
}

/** What becomes of answers, and of events that cannot be delivered. */
export function LinkOutcome(props: {
  link: LinkSummary;
  /** From where all of its delivery is inherited, if the page shows that, too. */
  inheritedFrom?: DeliveryOrigin;
}) {
  const { reply, delivery } = props.link;

  return (
    <>
      {reply && <Reply reply={reply} />}
      {props.inheritedFrom ? (
        <Sentence
          text={`If delivery fails: as the ${props.inheritedFrom} says.`}
        />
      ) : (
        <Delivery delivery={delivery} label="If delivery fails" />
      )}
    </>
  );
}

/** Whether there is nothing in between: sinks and flows name themselves. */
function isDirect({ kind }: LinkSummary): boolean {
  return kind !== 'Trigger' && kind !== 'Subscription';
}
