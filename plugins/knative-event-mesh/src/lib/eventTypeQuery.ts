import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';

type CatalogQuery = Extract<
  NonNullable<Parameters<CatalogApi['queryEntities']>[0]>,
  { offset?: number }
>;

/** So many event types are read and shown at once. */
export const eventTypesPerPage = 25;

const annotation = (key: keyof typeof eventMeshAnnotations) =>
  `metadata.annotations.${eventMeshAnnotations[key]}` as const;

/** Where in an entity stands what event types are chosen by. */
export const eventTypeFields = {
  environment: annotation('environment'),
  namespace: annotation('namespace'),
  broker: 'spec.eventMesh.provider.entityRef',
  owner: 'spec.owner',
  readiness: 'spec.eventMesh.readiness.status',
} as const;

/**
 * What a list may be sorted by. The catalog leaves out what does not have the
 * field, so it is only what every event type has.
 */
export const eventTypeOrders = {
  type: 'metadata.title',
  namespace: annotation('namespace'),
  owner: 'spec.owner',
} as const;

/** A column that event types may be sorted by. */
export type EventTypeOrder = keyof typeof eventTypeOrders;

/** Which event types are looked for; an empty text stands for no condition. */
export interface EventTypeQuery {
  text: string;
  environment: string;
  namespace: string;
  /** Full entity ref of the broker, channel or source that provides them. */
  broker: string;
  /** Full entity ref. */
  owner: string;
  /** Status of the condition `Ready`. */
  readiness: string;
  isNotConsumed: boolean;
  sort: EventTypeOrder;
  direction: 'asc' | 'desc';
  /** From 1 up. */
  page: number;
}

/** The entities of event types, whatever is looked for. */
export const anyEventType = {
  kind: 'API',
  [annotation('kind')]: 'EventType',
};

/** What is searched: all values that are not longer than the catalog searches. */
const searchedFields = [
  'metadata.title',
  'metadata.name',
  'metadata.description',
  'spec.eventMesh.type',
  'spec.eventMesh.searchLines.text',
];

/** As little of an event type as a list shows; its consumers may be thousands. */
const shownFields = [
  'kind',
  'metadata',
  'spec.owner',
  'spec.eventMesh.type',
  'spec.eventMesh.provider',
  'spec.eventMesh.readiness',
  'spec.eventMesh.consumerCounts',
];

/** What the catalog is asked for one page of the event types looked for. */
export function catalogQueryOf(query: EventTypeQuery): CatalogQuery {
  const conditions = Object.entries(eventTypeFields).flatMap(
    ([name, field]) => {
      const value = query[name as keyof typeof eventTypeFields];
      return value ? [[field, value]] : [];
    },
  );
  const term = query.text.trim();

  return {
    filter: {
      ...anyEventType,
      ...Object.fromEntries(conditions),
      // The finding is only there if all that could consume it was read.
      ...(query.isNotConsumed && {
        'spec.eventMesh.findings.code': 'eventTypeNotConsumed',
      }),
    },
    ...(term && { fullTextFilter: { term, fields: searchedFields } }),
    orderFields: {
      field: eventTypeOrders[query.sort],
      order: query.direction,
    },
    fields: shownFields,
    limit: eventTypesPerPage,
    offset: (query.page - 1) * eventTypesPerPage,
  };
}

/** Whether there is any condition, besides order and page. */
export function isNarrowed({
  text,
  isNotConsumed,
  ...query
}: EventTypeQuery): boolean {
  return (
    text.trim() !== '' ||
    isNotConsumed ||
    Object.keys(eventTypeFields).some(
      name => query[name as keyof typeof eventTypeFields],
    )
  );
}
