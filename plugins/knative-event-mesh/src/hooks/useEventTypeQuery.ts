import type { EventTypeQuery } from '../lib/eventTypeQuery';
import { eventTypeQueryOfUrl, urlChangesOf } from '../lib/eventTypeQueryInUrl';
import { useUrlParameters } from './useUrlParameters';

/** Which event types are looked for, as it stands in the URL. */
export function useEventTypeQuery(): [
  EventTypeQuery,
  (changes: Partial<EventTypeQuery>) => void,
] {
  const [parameters, change] = useUrlParameters();
  return [
    eventTypeQueryOfUrl(parameters),
    changes => change(urlChangesOf(changes)),
  ];
}
