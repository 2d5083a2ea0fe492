import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type ConsumerCounts,
  eventMeshAnnotations,
  type EventProvider,
  readEventTypeDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { meshObjectOf } from './meshObjectOf';

/** An event type as a list shows it. */
export interface EventTypeRow {
  /** Full entity ref. */
  id: string;
  /** The CloudEvents `type` attribute. */
  type: string;
  /** Plain text in one paragraph; empty when there is none. */
  description: string;
  environment: string;
  /** Of Kubernetes. */
  namespace: string;
  provider?: EventProvider;
  /** Absent when they cannot be told, or the entity does not say. */
  consumerCounts?: ConsumerCounts;
  readiness?: EventProvider['readiness'];
  /** Entity ref as it stands on the entity; empty when it names none. */
  owner: string;
}

/** What a list shows of the entity of an event type; nothing of any other. */
export function eventTypeRowOf(entity: Entity): EventTypeRow[] {
  const details = readEventTypeDetails(entity);
  if (!details) {
    return [];
  }
  const { metadata, spec } = entity;
  const { type, provider, consumerCounts, readiness } = details;
  return [
    {
      id: stringifyEntityRef(entity),
      type,
      description: descriptionOf(metadata.description, type),
      environment:
        metadata.annotations?.[eventMeshAnnotations.environment] ?? '',
      namespace: meshObjectOf(entity).namespace,
      provider,
      consumerCounts,
      readiness,
      owner: typeof spec?.owner === 'string' ? spec.owner : '',
    },
  ];
}

/** The catalog module ends each description with the type, which stands above it. */
function descriptionOf(description = '', type: string): string {
  const end = `Event type ${type}`;
  const text = description.endsWith(end)
    ? description.slice(0, -end.length)
    : description;
  return text.replace(/\s+/g, ' ').trim();
}
