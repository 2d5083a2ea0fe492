import type { Entity } from '@backstage/catalog-model';
import type {
  EventConsumer,
  EventProducer,
  EventProvider,
  EventType,
  EventTypeDetails,
  Finding,
} from 'backstage-plugin-knative-event-mesh-common';
import { asyncApiDefinition } from './asyncApi';
import { countConsumers } from './countConsumers';
import { objectAnnotations } from './locations';
import type { MeshObject } from './meshIndex';
import { EVENTING_GROUP, eventTypeName, sortedBy } from './names';
import type { EntityOptions } from './options';
import { ownershipOf } from './ownership';
import { passThrough } from './passThrough';
import { readSchema } from './schemaPayload';
import { searchableText, searchLines } from './searchLines';
import { webUrl } from './urls';
import { toJson } from './details';
import { droppedFinding, sortedFindings } from './findings';

/** What the API entity of an event type is made from. */
export interface EventTypeInput {
  eventType: EventType;
  /** What its events come from, when the mesh contains it. */
  provider?: MeshObject;
  /** Sorted. */
  producers: EventProducer[];
  /** Full refs, sorted. */
  relatedProducers: string[];
  /** Absent when they cannot be told. */
  consumers?: EventConsumer[];
  /** Full refs, sorted. */
  relatedConsumers: string[];
  findings: Finding[];
}

/** The API that stands for an event type. */
export function eventTypeEntity(
  input: EventTypeInput,
  options: EntityOptions,
): Entity {
  const { eventType, provider, consumers } = input;
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
  const { namespace, name } = eventTypeName(options, eventType);
  const ownership = ownershipOf(reference, eventType.annotations, options);

  const details: EventTypeDetails = {
    type: eventType.type,
    attributes: sortedBy(
      eventType.attributes ?? [],
      attribute => attribute.name,
    ),
    schemaUrl: eventType.schemaURL,
    rawSchema: raw?.rawSchema,
    readiness: eventType.readiness,
    origin: eventType.origin,
    provider: describeProvider(input),
    producers: input.producers,
    consumers,
    consumerCounts: countConsumers(consumers),
    relatedConsumers: input.relatedConsumers,
    relatedProducers: input.relatedProducers,
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
                'Write the schema as one JSON Schema object that refers to nothing outside it.',
            },
          ]
        : []),
      ...droppedFinding(reference, passed.dropped),
      ...ownership.findings,
    ]),
  };

  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      namespace,
      name,
      // What is longer cannot be sorted by, and a sorted list leaves it out.
      // The catalog takes no empty one.
      title: searchableText(eventType.type) || name,
      // The search indexes title and description, and the type is what people
      // look for.
      description: eventType.description
        ? `${eventType.description}\n\nEvent type ${eventType.type}`
        : `Event type ${eventType.type}`,
      labels: passed.labels,
      annotations: {
        ...passed.annotations,
        ...objectAnnotations(
          { environment, ...reference },
          { uid: eventType.uid, role: 'eventType' },
        ),
      },
      ...(schemaUrl && { links: [{ title: 'Schema', url: schemaUrl }] }),
    },
    spec: {
      type: options.apiType ?? 'asyncapi',
      lifecycle: options.lifecycle,
      owner: ownership.owner,
      system: ownership.system,
      definition:
        options.apiType === 'eventType'
          ? eventType.schemaData || '{}'
          : asyncApiDefinition({
              environment,
              eventType,
              provider,
              consumers: consumers ?? [],
              payload,
            }),
      // The lines are for the search alone: nothing reads them.
      eventMesh: toJson({ ...details, searchLines: searchLines(eventType) }),
    },
  };
}

function describeProvider({
  eventType,
  provider,
}: EventTypeInput): EventProvider | undefined {
  const reference = eventType.provider ?? eventType.reference;
  return (
    reference && {
      reference,
      ...(provider && {
        entityRef: provider.entityRef,
        ...(provider.role === 'broker' && {
          brokerClass: provider.object.brokerClass,
        }),
        readiness: provider.object.readiness,
      }),
    }
  );
}
