import {
  type BrokerDetails,
  doubtsAndNotes,
  knowledgeOfEventType,
  type LinkSummary,
  type MatchReason,
  type OutgoingLink,
  prepareTrigger,
  type TriggerFilters,
} from 'backstage-plugin-knative-event-mesh-common';
import type { EventAttribute } from './eventInUrl';
import { keyOf } from './keyOf';

/** What a trigger does with an event. */
export interface TriedTrigger extends OutgoingLink {
  id: string;
  /** Whether the filter passes the event; *maybe* if what is given does not tell. */
  outcome: 'yes' | 'maybe' | 'no';
  /** Why not, or what it hangs on, in sentences. */
  why: string[];
  /** What the broker makes of the filter, whatever the event. */
  notes: MatchReason[];
}

const certainty = ['yes', 'maybe', 'no'];

/**
 * Which triggers of a broker pass an event, those that do first. What is not
 * given of the event may be anything, and so may what stands in braces.
 */
export function tryEvent(
  attributes: EventAttribute[],
  { brokerClass, triggers }: Pick<BrokerDetails, 'brokerClass' | 'triggers'>,
  isKnativeAtLeast115: boolean,
): TriedTrigger[] {
  const event = knowledgeOfEventType(declarationsOf(attributes));
  return triggers
    .map((trigger): TriedTrigger => {
      const id = keyOf(trigger.via);
      const filters = filtersOf(trigger.via);
      if (!filters) {
        return {
          ...trigger,
          id,
          outcome: 'maybe',
          why: [
            'The filters are too long: the catalog does not have all of them.',
          ],
          notes: [],
        };
      }
      const { match, reasons } = prepareTrigger({
        ...filters,
        brokerClass,
        isKnativeAtLeast115,
      }).match(event);
      const { doubts, notes } = doubtsAndNotes({
        // What keeps an event out is told apart from notes like a doubt.
        match: match === 'no' ? 'maybe' : match,
        reasons,
      });
      const why = doubts.map(({ text }) => aboutOneEvent(text));
      return { ...trigger, id, outcome: match, why: [...new Set(why)], notes };
    })
    .sort(
      (a, b) => certainty.indexOf(a.outcome) - certainty.indexOf(b.outcome),
    );
}

/** Every event has these, given or not (CloudEvents 1.0.2). */
const always = [
  { name: 'id', required: true },
  { name: 'source', required: true },
  { name: 'specversion', value: '1.0', required: true },
  { name: 'type', required: true },
];

function declarationsOf(attributes: EventAttribute[]) {
  return [
    ...always,
    ...attributes
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => ({ name, value, required: true })),
  ];
}

function filtersOf({
  filter,
  filters,
  filtersCut,
}: LinkSummary): TriggerFilters | undefined {
  const attributes = Object.fromEntries(
    filter.map(({ name, value }) => [name, value]),
  );
  if (filters === undefined) {
    return { filter: attributes };
  }
  try {
    const parsed: unknown = JSON.parse(filters);
    return Array.isArray(parsed) && !filtersCut
      ? { filter: attributes, filters: parsed }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Matching talks of all events of a type; here there is one. */
const phrases: [string, string][] = [
  ['the event type does not declare the value of', 'nothing is given here of'],
  ['the event type does not declare that', 'that is not given here'],
  ['the event type declares', 'what is given is'],
  ['in events of this type it is', 'here it is'],
  ['for every event of this type', 'here'],
  ['for any event of this type', 'here'],
];

function aboutOneEvent(text: string): string {
  return phrases.reduce(
    (sentence, [phrase, here]) => sentence.replace(phrase, here),
    text,
  );
}
