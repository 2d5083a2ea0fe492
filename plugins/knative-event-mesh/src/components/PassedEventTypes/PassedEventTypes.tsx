import { Flex, Text } from '@backstage/ui';
import { RiQuestionLine } from '@remixicon/react';
import {
  type OutgoingLink,
  doubtsAndNotes,
} from 'backstage-plugin-knative-event-mesh-common';
import { certainFirst } from '../../lib/certainFirst';
import { EventTypeLink } from '../EventTypeLink';
import { Sentence } from '../Sentence';
import { ShortList } from '../ShortList';
import { StatusLabel } from '../StatusLabel';

/** A trigger without a filter passes all that its broker has. */
const mostAtFirst = 5;

/** The event types that a trigger passes, and those that it may pass. */
export function PassedEventTypes(props: Pick<OutgoingLink, 'eventTypes'>) {
  const { eventTypes } = props;

  return eventTypes.length === 0 ? (
    <Text variant="body-small" color="secondary">
      none that is declared
    </Text>
  ) : (
    <Flex direction="column" gap="2">
      <ShortList
        items={certainFirst(eventTypes)}
        most={mostAtFirst}
        noun="event types"
      >
        {shown =>
          shown.map(({ entityRef, type, match, reasons }) => (
            <Flex key={entityRef} direction="column" gap="1">
              <EventTypeLink entityRef={entityRef} type={type} />
              {match === 'maybe' && (
                <StatusLabel
                  tone="warning"
                  icon={<RiQuestionLine size={16} />}
                  text="May pass"
                />
              )}
              {doubtsAndNotes({ match, reasons }).doubts.map(({ text }) => (
                <Sentence key={text} text={text} />
              ))}
            </Flex>
          ))
        }
      </ShortList>
    </Flex>
  );
}
