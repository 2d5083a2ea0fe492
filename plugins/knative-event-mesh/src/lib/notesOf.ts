import {
  type OutgoingLink,
  doubtsAndNotes,
  type MatchReason,
} from 'backstage-plugin-knative-event-mesh-common';

/**
 * What is worth knowing about the filter of a trigger, once each: a note does
 * not depend on the event type.
 */
export function notesOf({
  eventTypes,
}: Pick<OutgoingLink, 'eventTypes'>): MatchReason[] {
  const notes = eventTypes.flatMap(match => doubtsAndNotes(match).notes);
  return [...new Map(notes.map(note => [note.text, note])).values()];
}
