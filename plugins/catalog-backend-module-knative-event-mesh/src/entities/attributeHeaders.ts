import type { JsonObject } from '@backstage/types';
import {
  headerValue,
  type AttributeDeclaration,
  type EventType,
  type SampleEvent,
} from 'backstage-plugin-knative-event-mesh-common';
import { sortedBy } from './names';

const REQUIRED_ATTRIBUTES = ['id', 'source', 'specversion', 'type'];

// In binary mode it is the Content-Type, not an attribute header.
const CONTENT_TYPE = 'datacontenttype';

/** What CloudEvents 1.0.2 says of its attributes, for people. */
const meanings = new Map<string, JsonObject>([
  [
    'dataschema',
    { format: 'uri', description: 'The schema that the data adheres to.' },
  ],
  [
    'id',
    { description: 'Tells the event from all others of the same source.' },
  ],
  [
    'source',
    {
      format: 'uri-reference',
      description: 'The context in which the event happened.',
    },
  ],
  ['specversion', { description: 'The version of CloudEvents.' }],
  ['subject', { description: 'What the event is about, within the source.' }],
  ['time', { format: 'date-time', description: 'When it happened.' }],
  ['type', { description: 'The kind of occurrence.' }],
]);

/**
 * The JSON Schema of the HTTP headers that carry the attributes of an event type
 * in CloudEvents binary mode.
 */
export function attributeHeaders(eventType: EventType): JsonObject {
  const attributes = new Map<string, AttributeDeclaration>(
    REQUIRED_ATTRIBUTES.map(name => [name, { name, required: true }]),
  );
  for (const attribute of eventType.attributes ?? []) {
    attributes.set(attribute.name, {
      ...attribute,
      required:
        attribute.required || REQUIRED_ATTRIBUTES.includes(attribute.name),
    });
  }
  const fixed = { specversion: '1.0', type: eventType.type };
  for (const [name, value] of Object.entries(fixed)) {
    attributes.set(name, { name, value, required: true });
  }
  attributes.delete(CONTENT_TYPE);

  const sorted = sortedBy(attributes.values(), attribute => attribute.name);
  return {
    type: 'object',
    required: sorted
      .filter(attribute => attribute.required)
      .map(attribute => `ce-${attribute.name}`),
    properties: Object.fromEntries(
      sorted.map(({ name, value }) => [
        `ce-${name}`,
        {
          type: 'string',
          ...meanings.get(name),
          ...describeValue(name, value),
        },
      ]),
    ),
  };
}

/** The same headers with the values of a sample event. */
export function sampleHeaders({ attributes }: SampleEvent): JsonObject {
  return Object.fromEntries(
    attributes
      .filter(({ name }) => name !== CONTENT_TYPE)
      .map(({ name, value }) => [`ce-${name}`, headerValue(value)]),
  );
}

function describeValue(name: string, value: string | undefined): JsonObject {
  if (value === undefined) {
    return {};
  }
  // A type is no template, whatever braces it has.
  return name !== 'type' && /[{}\\]/.test(value)
    ? { description: `As in ${value}` }
    : { const: headerValue(value) };
}
