import type { JsonObject } from '@backstage/types';
import {
  doubtsAndNotes,
  sampleEvent,
  type EventConsumer,
  type EventType,
  type JsonData,
} from 'backstage-plugin-knative-event-mesh-common';
import { attributeHeaders, sampleHeaders } from './attributeHeaders';
import type { MeshObject } from './meshIndex';
import { linkReference, namespacedName, safeName } from './names';
import { findObstacle } from './schemaPayload';
import { STRICT_URL, webUrl } from './urls';

const MAXIMUM_OPERATION_ID_LENGTH = 253;
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;
const HOST = /^[a-z0-9.:[\]-]+$/;

/** What an AsyncAPI definition is made from. */
export interface DefinitionInput {
  environment: string;
  eventType: EventType;
  /** What its events come from, as far as it is known. */
  provider?: MeshObject;
  consumers: EventConsumer[];
  payload?: JsonObject;
}

/**
 * The AsyncAPI 3 definition of an event type, as JSON text: what a subscriber
 * receives over HTTP in CloudEvents binary mode.
 *
 * @remarks
 * It must parse whatever the cluster holds, or the page shows nothing at all.
 * So keys are fixed or cleaned, and texts of the cluster stand only where any
 * text may stand. References stay inside the document.
 */
export function asyncApiDefinition(input: DefinitionInput): string {
  const { eventType, provider } = input;
  const server = provider ? readServer(provider) : null;
  const serverName = provider?.role ?? '';
  const channelReference = { $ref: '#/channels/events' };
  const messageReference = { $ref: '#/channels/events/messages/event' };

  const document: JsonObject = {
    asyncapi: '3.0.0',
    info: {
      title: eventType.type,
      // Knative gives event types no version.
      version: 'unversioned',
      description: eventType.description ?? `Events of type ${eventType.type}.`,
    },
    ...(server && { servers: { [serverName]: server } }),
    channels: {
      events: {
        // Braces would be parameters, which have to be declared.
        address: eventType.type.replaceAll('{', '%7B').replaceAll('}', '%7D'),
        title: eventType.type,
        messages: { event: { $ref: '#/components/messages/event' } },
        ...(server && { servers: [{ $ref: `#/servers/${serverName}` }] }),
      },
    },
    operations: Object.fromEntries(
      input.consumers.map(consumer => [
        operationId(input, consumer),
        {
          action: 'receive',
          channel: channelReference,
          messages: [messageReference],
          ...describeConsumer(consumer),
        },
      ]),
    ),
    // The stock viewer lists messages from here when there is no operation.
    components: { messages: { event: describeMessage(input) } },
  };
  return JSON.stringify(document, null, 2);
}

function readServer({ reference, object }: MeshObject): JsonObject | null {
  const address = 'address' in object ? object.address : undefined;
  if (!address || !URL.canParse(address)) {
    return null;
  }
  const { host, pathname, protocol } = new URL(address);
  if (!HOST.test(host)) {
    return null;
  }
  return {
    host,
    pathname,
    protocol: protocol.slice(0, -1),
    title: `${reference.kind} ${namespacedName(reference)}`,
  };
}

function operationId(input: DefinitionInput, consumer: EventConsumer): string {
  const { environment, eventType } = input;
  const { namespace, name } = consumer.via;
  const { namespace: home } =
    eventType.provider ?? eventType.reference ?? eventType;
  const identity = { environment, ...linkReference(consumer.via) };
  // A blank makes the name unsafe, so the hash tells it from a namesake.
  const wanted = namespace === home ? name : `${name} ${namespace}`;
  return safeName(wanted, identity, MAXIMUM_OPERATION_ID_LENGTH);
}

function describeConsumer({
  via,
  subscriber,
  match,
  reasons,
}: EventConsumer): JsonObject {
  const reference = subscriber.reference;
  const target = reference
    ? `${reference.kind} ${namespacedName(reference)}`
    : subscriber.uri ?? 'no subscriber';
  const { doubts, notes } = doubtsAndNotes({ match, reasons });
  const description = [
    ...doubts.map(({ text }) => `- ${text}`),
    ...notes.map(({ text }) => `- Note: ${text}`),
  ].join('\n');
  const link = `${via.kind} ${namespacedName(via)}`;
  // What events are sent to directly is its own link.
  const by = link === target ? '' : ` by ${link}`;
  return {
    summary: `${
      match === 'yes' ? 'Delivered' : 'Possibly delivered'
    }${by} to ${target}`,
    ...(description && { description }),
    tags: [{ name: target }],
  };
}

function describeMessage({ eventType, payload }: DefinitionInput): JsonObject {
  const contentType = readContentType(eventType, payload);
  const schemaUrl = webUrl(eventType.schemaURL);
  return {
    name: eventType.type,
    title: eventType.type,
    ...(eventType.description && { description: eventType.description }),
    ...(contentType && { contentType }),
    ...(schemaUrl &&
      STRICT_URL.test(schemaUrl) && {
        externalDocs: { url: schemaUrl, description: 'Schema' },
      }),
    headers: attributeHeaders(eventType),
    ...(payload && { payload }),
    examples: [describeExample(eventType)],
  };
}

function describeExample(eventType: EventType): JsonObject {
  const event = sampleEvent({
    type: eventType.type,
    attributes: eventType.attributes,
    schemaText: eventType.schemaData,
  });
  const { data } = event;
  return {
    name: 'sample',
    headers: sampleHeaders(event),
    ...(data !== undefined &&
      !findObstacle(data) &&
      !hasReference(data) && { payload: data }),
  };
}

/** Viewers follow each `$ref`, also in data. */
function hasReference(data: JsonData): boolean {
  return JSON.stringify(data).includes('"$ref":');
}

function readContentType(
  eventType: EventType,
  payload: JsonObject | undefined,
): string | undefined {
  const declared = eventType.attributes?.find(
    attribute => attribute.name === 'datacontenttype',
  )?.value;
  if (declared && MEDIA_TYPE.test(declared)) {
    return declared;
  }
  return payload && 'application/json';
}
