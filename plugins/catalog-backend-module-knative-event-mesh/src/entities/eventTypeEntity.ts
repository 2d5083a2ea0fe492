import type { Entity } from '@backstage/catalog-model';
import type {
  Broker,
  EventConsumer,
  EventProvider,
  EventType,
  EventTypeDetails,
  Finding,
} from 'backstage-plugin-knative-event-mesh-common';
import { asyncApiDefinition } from './asyncApi';
import { objectAnnotations } from './locations';
import {
  brokerRef,
  environmentRef,
  EVENTING_GROUP,
  eventTypeName,
  sortedBy,
} from './names';
import type { EntityOptions } from './options';
import { passThrough } from './passThrough';
import { readSchema } from './schemaPayload';
import { webUrl } from './urls';
import { toJson } from './details';
import { droppedFinding, sortedFindings } from './findings';

/** What the API entity of an event type is made from. */
export interface EventTypeInput {
  eventType: EventType;
  /** The broker that it is assigned to, when the mesh contains it. */
  broker?: Broker;
  consumers: EventConsumer[];
  /** Full refs, sorted. */
  relatedConsumers: string[];
  findings: Finding[];
}

/** The API that stands for an event type. */
export function eventTypeEntity(
  input: EventTypeInput,
  options: EntityOptions,
): Entity {
  const { eventType, broker, consumers } = input;
  const { environment } = options;
  const reference = {
    group: EVENTING_GROUP,
    kind: 'EventType',
    namespace: eventType.namespace,
    name: eventType.name,
  };
  const schema = eventType.schemaData
    ? readSchema(eventType.schemaData)
    : undefined;
  const payload = schema && 'payload' in schema ? schema.payload : undefined;
  const raw = schema && 'rawSchema' in schema ? schema : undefined;
  const schemaUrl = webUrl(eventType.schemaURL);
  const passed = passThrough(eventType, options.passThrough);
  const { namespace, name } = eventTypeName(environment, eventType);

  const details: EventTypeDetails = {
    type: eventType.type,
    attributes: sortedBy(
      eventType.attributes ?? [],
      attribute => attribute.name,
    ),
    schemaUrl: eventType.schemaURL,
    rawSchema: raw?.rawSchema,
    readiness: eventType.readiness,
    provider: describeProvider(input, environment),
    consumers,
    relatedConsumers: input.relatedConsumers,
    findings: sortedFindings([
      ...input.findings,
      ...(raw
        ? [
            {
              code: 'schemaShownRaw',
              severity: 'info' as const,
              object: reference,
              message: `The schema is shown as text and is not part of the definition: ${raw.reason}.`,
              action:
                'Write the schema as one JSON Schema object without references.',
            },
          ]
        : []),
      ...droppedFinding(reference, passed.dropped),
    ]),
  };

  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      namespace,
      name,
      title: eventType.type,
      // The search indexes title and description, and the type is what people
      // look for.
      description: eventType.description
        ? `${eventType.description}\n\nEvent type ${eventType.type}`
        : `Event type ${eventType.type}`,
      labels: passed.labels,
      annotations: {
        ...passed.annotations,
        ...objectAnnotations({ environment, ...reference }, eventType.uid),
      },
      ...(schemaUrl && { links: [{ title: 'Schema', url: schemaUrl }] }),
    },
    spec: {
      type: 'asyncapi',
      lifecycle: options.lifecycle,
      owner: options.owner,
      system: environmentRef(environment),
      definition: asyncApiDefinition({
        environment,
        eventType,
        broker,
        consumers,
        payload,
      }),
      eventMesh: toJson(details),
    },
  };
}

function describeProvider(
  { eventType, broker }: EventTypeInput,
  environment: string,
): EventProvider | undefined {
  return (
    eventType.reference && {
      reference: eventType.reference,
      ...(broker && {
        entityRef: brokerRef(environment, broker),
        brokerClass: broker.brokerClass,
        readiness: broker.readiness,
      }),
    }
  );
}
