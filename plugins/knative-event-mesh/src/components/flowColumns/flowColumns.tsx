import { Flex } from '@backstage/ui';
import {
  type DeliveryOrigin,
  doubtsAndNotes,
  type EventConsumer,
  type EventProvider,
  type OutgoingLink,
} from 'backstage-plugin-knative-event-mesh-common';
import { notesOf } from '../../lib/notesOf';
import { DestinationLink } from '../DestinationLink';
import { EventTypeLink } from '../EventTypeLink';
import { Filter } from '../Filter';
import type { FlowColumn } from '../FlowTable';
import { LinkDetails, LinkOutcome } from '../LinkDetails';
import { LinkName } from '../LinkName';
import { PassedEventTypes } from '../PassedEventTypes';
import { Provider } from '../Provider';
import { Verdict } from '../Verdict';

interface Inheriting {
  /** From where all of the delivery is inherited. */
  inheritedFrom?: DeliveryOrigin;
}

/** What is delivered to. */
export function consumerColumn<
  T extends Pick<OutgoingLink, 'subscriber' | 'link'>,
>(width: number): FlowColumn<T> {
  return {
    id: 'consumer',
    label: 'Consumer',
    width,
    content: ({ subscriber, link }) => (
      <DestinationLink destination={subscriber} link={link} />
    ),
  };
}

/** Whether an event type is passed on, and what that hangs on. */
export function verdictColumn<
  T extends Pick<EventConsumer, 'match' | 'reasons'>,
>(width: number): FlowColumn<T> {
  return {
    id: 'verdict',
    label: 'Verdict',
    width,
    content: row => (
      <Verdict match={row.match} doubts={doubtsAndNotes(row).doubts} />
    ),
  };
}

/** What an event type comes through: name, filter and delivery in one. */
export function deliveredThroughColumn<
  T extends Pick<EventConsumer, 'via' | 'match' | 'reasons'>,
>(width: number): FlowColumn<T> {
  return {
    id: 'via',
    label: 'Delivered through',
    width,
    content: row => (
      <LinkDetails link={row.via} notes={doubtsAndNotes(row).notes} />
    ),
  };
}

/** The name of a trigger or subscription. */
export function linkColumn<T extends Pick<OutgoingLink, 'via'>>(
  label: string,
  width: number,
): FlowColumn<T> {
  return {
    id: 'link',
    label,
    width,
    content: ({ via }) => <LinkName link={via} heading={label} />,
  };
}

/** What a trigger lets pass, and what happens when delivery fails. */
export function filterColumn<
  T extends Pick<OutgoingLink, 'via' | 'eventTypes'> & Inheriting,
>(width: number): FlowColumn<T> {
  return {
    id: 'filter',
    label: 'Filter and delivery',
    width,
    content: row => (
      <Flex direction="column" gap="2">
        <Filter link={row.via} notes={notesOf(row)} />
        <LinkOutcome link={row.via} inheritedFrom={row.inheritedFrom} />
      </Flex>
    ),
  };
}

/** What happens when delivery fails, and where answers go. */
export function deliveryColumn<
  T extends Pick<OutgoingLink, 'via'> & Inheriting,
>(width: number): FlowColumn<T> {
  return {
    id: 'delivery',
    label: 'Delivery',
    width,
    content: ({ via, inheritedFrom }) => (
      <Flex direction="column" gap="2">
        <LinkOutcome link={via} inheritedFrom={inheritedFrom} />
      </Flex>
    ),
  };
}

/** The event types that come through. */
export function eventTypesColumn<T extends Pick<OutgoingLink, 'eventTypes'>>(
  width: number,
): FlowColumn<T> {
  return {
    id: 'eventTypes',
    label: 'Event types',
    width,
    content: ({ eventTypes }) => <PassedEventTypes eventTypes={eventTypes} />,
  };
}

/** An event type, and what provides it. */
export function eventTypeColumn<
  T extends { entityRef: string; type: string; provider?: EventProvider },
>(width: number): FlowColumn<T> {
  return {
    id: 'eventType',
    label: 'Event type',
    width,
    content: ({ entityRef, type, provider }) => (
      <Flex direction="column" gap="1">
        <EventTypeLink entityRef={entityRef} type={type} />
        {provider && <Provider provider={provider} />}
      </Flex>
    ),
  };
}
