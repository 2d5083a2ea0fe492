import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type LinkedDestination,
  type ObjectReference,
  type OutgoingLink,
  readBrokerDetails,
  readChannelDetails,
  readFlowDetails,
  readSourceDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { meshObjectOf } from './meshObjectOf';

/** What a component has to do with an object of the mesh, besides event types. */
export interface OtherLink {
  /** Which way events go; what cannot be delivered is a way of its own. */
  way: 'in' | 'out' | 'deadLetter';
  /** Full entity ref of the object. */
  entityRef: string;
  reference: ObjectReference;
  /** How they are linked, in a sentence. */
  text: string;
}

/**
 * Finds, in the entities of brokers, channels, sources and flows, what they
 * have to do with a component.
 *
 * @param componentRef - full entity ref of the component
 */
export function otherLinksOf(
  componentRef: string,
  entities: Entity[],
): OtherLink[] {
  const isIt = (destination?: LinkedDestination) =>
    destination?.link.components.includes(componentRef) ?? false;

  return entities.flatMap(entity =>
    [
      ...linksOfBroker(entity, isIt),
      ...linksOfChannel(entity, isIt),
      ...linksOfSource(entity, isIt),
      ...linksOfFlow(entity, isIt),
    ].map(link => ({
      ...link,
      entityRef: stringifyEntityRef(entity),
      reference: meshObjectOf(entity),
    })),
  );
}

type Link = Pick<OtherLink, 'way' | 'text'>;
type IsIt = (destination?: LinkedDestination) => boolean;

function linksOfBroker(entity: Entity, isIt: IsIt): Link[] {
  const details = readBrokerDetails(entity);
  return details
    ? [
        ...deadLettersOf(details.delivery, isIt),
        ...details.triggers.flatMap(link => linksThrough(link, isIt)),
      ]
    : [];
}

function linksOfChannel(entity: Entity, isIt: IsIt): Link[] {
  const details = readChannelDetails(entity);
  return details
    ? [
        ...deadLettersOf(details.delivery, isIt),
        ...details.subscriptions.flatMap(link => linksThrough(link, isIt)),
      ]
    : [];
}

function deadLettersOf(
  delivery: { deadLetterSink?: LinkedDestination } | undefined,
  isIt: IsIt,
): Link[] {
  return isIt(delivery?.deadLetterSink)
    ? [{ way: 'deadLetter', text: 'What it cannot deliver comes here.' }]
    : [];
}

function linksThrough(
  { via, subscriber, link, eventTypes }: OutgoingLink,
  isIt: IsIt,
): Link[] {
  const name = `${via.kind} ${via.name}`;
  const links: Link[] = [];
  if (eventTypes.length === 0 && isIt({ destination: subscriber, link })) {
    links.push({
      way: 'in',
      text: `${name} delivers here; it passes no event type that is declared.`,
    });
  }
  if (isIt(via.reply)) {
    links.push({
      way: 'in',
      text: `What the subscriber of ${name} answers comes here.`,
    });
  }
  // What is inherited is told once, of the broker or channel.
  if (
    via.delivery?.deadLetterSinkFrom === 'own' &&
    isIt(via.delivery.deadLetterSink)
  ) {
    links.push({
      way: 'deadLetter',
      text: `What ${name} cannot deliver comes here.`,
    });
  }
  return links;
}

function linksOfSource(entity: Entity, isIt: IsIt): Link[] {
  const details = readSourceDetails(entity);
  const links: Link[] = [];
  if (isIt(details?.sink)) {
    links.push({ way: 'in', text: 'Sends its events here directly.' });
  }
  if (details?.workloads.some(isIt)) {
    links.push({
      way: 'out',
      text: 'Sends events in the name of this component.',
    });
  }
  return links;
}

function linksOfFlow(entity: Entity, isIt: IsIt): Link[] {
  const details = readFlowDetails(entity);
  if (!details) {
    return [];
  }
  const { kind } = meshObjectOf(entity);
  const links: Link[] = details.steps.flatMap((step, index) => {
    const name = `${kind === 'Parallel' ? 'branch' : 'step'} ${index + 1}`;
    return [
      isIt(step.filter) && {
        way: 'in' as const,
        text: `This component decides what enters ${name}.`,
      },
      isIt(step.subscriber) && {
        way: 'in' as const,
        text: `This component is ${name}.`,
      },
      isIt(step.reply) && {
        way: 'in' as const,
        text: `What ${name} answers comes here.`,
      },
      isIt(step.delivery?.deadLetterSink) && {
        way: 'deadLetter' as const,
        text: `What cannot be delivered to ${name} comes here.`,
      },
    ].filter(link => link !== false);
  });
  return isIt(details.reply)
    ? [...links, { way: 'in', text: 'What comes out of it comes here.' }]
    : links;
}
