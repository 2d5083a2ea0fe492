import {
  eventTypeOrders,
  type EventTypeOrder,
  type EventTypeQuery,
} from './eventTypeQuery';
import type { UrlChanges } from './urlChanges';

const orders = Object.keys(eventTypeOrders) as EventTypeOrder[];

/** The conditions, order and page that a URL says; what it does not say is usual. */
export function eventTypeQueryOfUrl(url: URLSearchParams): EventTypeQuery {
  const page = Number(url.get('page'));
  return {
    text: url.get('text') ?? '',
    environment: url.get('environment') ?? '',
    namespace: url.get('namespace') ?? '',
    broker: url.get('broker') ?? '',
    owner: url.get('owner') ?? '',
    readiness: url.get('readiness') ?? '',
    isNotConsumed: url.get('consumers') === 'none',
    sort: orders.find(order => order === url.get('sort')) ?? 'type',
    direction: url.get('direction') === 'desc' ? 'desc' : 'asc',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/**
 * What makes a URL say something else. Whatever changes, the first page of it is
 * shown, unless a page is asked for.
 */
export function urlChangesOf(changes: Partial<EventTypeQuery>): UrlChanges {
  const { isNotConsumed, sort, direction, page = 1, ...texts } = changes;
  return {
    ...Object.fromEntries(
      Object.entries(texts).map(([name, value]) => [name, value || undefined]),
    ),
    ...('isNotConsumed' in changes && {
      consumers: isNotConsumed ? 'none' : undefined,
    }),
    ...('sort' in changes && { sort: sort === 'type' ? undefined : sort }),
    ...('direction' in changes && {
      direction: direction === 'desc' ? direction : undefined,
    }),
    page: page > 1 ? String(page) : undefined,
  };
}
