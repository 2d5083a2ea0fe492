import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import {
  type BrokerDetails,
  eventMeshAnnotations,
  readBrokerDetails,
  readEnvironmentDetails,
  readEventTypeDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import type { EventAttribute } from '../lib/eventInUrl';
import { isKnativeAtLeast115 } from '../lib/isKnativeAtLeast115';
import { roleFilter } from '../lib/roleFilter';
import { type CatalogReading, useCatalogReading } from './useCatalogReading';

/** More cannot be chosen from in a list. */
const mostEventTypes = 1000;

/** An event type to start from. */
export interface EventTypeChoice {
  /** Full entity ref. */
  entityRef: string;
  type: string;
  /** What it declares and gives a value. */
  attributes: EventAttribute[];
}

/** A broker, and what is known of the events that it takes. */
export interface Broker {
  details: BrokerDetails;
  /** Of the broker, sorted by type; not more than fit a list. */
  eventTypes: EventTypeChoice[];
  /** Whether that is certain: it decides how filters are read. */
  isKnativeAtLeast115: boolean;
}

/**
 * Reads a broker with its triggers, its event types and its environment.
 * Undefined if there is none of that ref, or the viewer may not see it.
 *
 * @param entityRef - full entity ref
 */
export function useBroker(
  entityRef: string,
): CatalogReading<Broker | undefined> {
  return useCatalogReading(async catalogApi => {
    const entity = await catalogApi.getEntityByRef(entityRef);
    const details = entity && readBrokerDetails(entity);
    if (!details) {
      return undefined;
    }
    const [eventTypes, isAtLeast115] = await Promise.all([
      readEventTypes(catalogApi, entityRef),
      readKnativeVersion(catalogApi, entity),
    ]);
    return { details, eventTypes, isKnativeAtLeast115: isAtLeast115 };
  }, entityRef);
}

async function readEventTypes(
  catalogApi: CatalogApi,
  brokerRef: string,
): Promise<EventTypeChoice[]> {
  const eventTypes: EventTypeChoice[] = [];
  const pages = catalogApi.streamEntities({
    filter: {
      [roleFilter]: 'eventType',
      'spec.eventMesh.provider.entityRef': brokerRef,
    },
    fields: [
      'kind',
      'metadata',
      'spec.eventMesh.type',
      'spec.eventMesh.attributes',
    ],
  });
  for await (const entities of pages) {
    eventTypes.push(...entities.flatMap(choiceOf));
    if (eventTypes.length >= mostEventTypes) {
      break;
    }
  }
  return eventTypes.sort((a, b) => (a.type < b.type ? -1 : 1));
}

function choiceOf(entity: Entity): EventTypeChoice[] {
  const details = readEventTypeDetails(entity);
  return details
    ? [
        {
          entityRef: stringifyEntityRef(entity),
          type: details.type,
          attributes: details.attributes.flatMap(({ name, value }) =>
            value ? [{ name, value }] : [],
          ),
        },
      ]
    : [];
}

async function readKnativeVersion(
  catalogApi: CatalogApi,
  { metadata }: Entity,
): Promise<boolean> {
  const annotation = eventMeshAnnotations.environment;
  const environment = metadata.annotations?.[annotation];
  if (!environment) {
    return false;
  }
  const { items } = await catalogApi.queryEntities({
    filter: {
      [roleFilter]: 'environment',
      [`metadata.annotations.${annotation}`]: environment,
    },
    fields: [
      'kind',
      'metadata',
      'spec.eventMesh.environment',
      'spec.eventMesh.lastGoodPoll',
      'spec.eventMesh.counts',
      'spec.eventMesh.omitted',
    ],
    limit: 1,
  });
  const details = items[0] && readEnvironmentDetails(items[0]);
  return details !== undefined && isKnativeAtLeast115(details);
}
