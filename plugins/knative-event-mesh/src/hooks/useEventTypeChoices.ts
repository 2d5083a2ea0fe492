import { anyEventType, eventTypeFields } from '../lib/eventTypeQuery';
import { useCatalogReading } from './useCatalogReading';

/** What there is to choose event types by; each sorted. */
export type EventTypeChoices = Record<keyof typeof eventTypeFields, string[]>;

const none: EventTypeChoices = {
  environment: [],
  namespace: [],
  broker: [],
  owner: [],
  readiness: [],
};

/**
 * Asks the catalog which values event types have, not for event types. Until it
 * has answered, and if it does not, there is nothing to choose: the list is
 * what people come for.
 */
export function useEventTypeChoices(): EventTypeChoices {
  const reading = useCatalogReading(async catalogApi => {
    const { facets } = await catalogApi.getEntityFacets({
      filter: anyEventType,
      facets: Object.values(eventTypeFields),
    });
    return Object.fromEntries(
      Object.entries(eventTypeFields).map(([name, field]) => [
        name,
        (facets[field] ?? []).map(({ value }) => value).sort(),
      ]),
    ) as EventTypeChoices;
  }, 'event type choices');

  return reading.status === 'loaded' ? reading.value : none;
}
