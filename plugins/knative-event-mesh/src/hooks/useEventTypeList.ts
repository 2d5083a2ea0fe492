import { useEffect, useState } from 'react';
import { catalogQueryOf, type EventTypeQuery } from '../lib/eventTypeQuery';
import { type EventTypeRow, eventTypeRowOf } from '../lib/eventTypeRow';
import { type CatalogReading, useCatalogReading } from './useCatalogReading';

/** One page of the event types that are looked for. */
export interface EventTypeList {
  rows: EventTypeRow[];
  /** How many come before them. */
  offset: number;
  /** How many there are on all pages. */
  total: number;
}

/**
 * Asks the catalog for one page of event types. Until it has answered, what was
 * there before stays, marked as such: otherwise the page would flicker with each
 * letter that is typed.
 */
export function useEventTypeList(query: EventTypeQuery): {
  reading: CatalogReading<EventTypeList>;
  isBefore: boolean;
} {
  const request = catalogQueryOf(query);
  const [before, setBefore] = useState<EventTypeList>();
  const reading = useCatalogReading(async catalogApi => {
    const { items, totalItems } = await catalogApi.queryEntities(request);
    return {
      rows: items.flatMap(eventTypeRowOf),
      offset: request.offset ?? 0,
      total: totalItems,
    };
  }, JSON.stringify(request));

  const loaded = reading.status === 'loaded' ? reading.value : undefined;
  useEffect(() => {
    if (loaded) {
      setBefore(loaded);
    }
  }, [loaded]);

  return reading.status === 'loading' && before
    ? { reading: { status: 'loaded', value: before }, isBefore: true }
    : { reading, isBefore: false };
}
