import type {
  EventType,
  Finding,
} from 'backstage-plugin-knative-event-mesh-common';
import { groupedBy } from '../group';
import { EVENT_TYPE } from '../knative';
import { namespacedKey } from '../sort';
import { finding } from './codes';
import type { FindingContext } from './context';
import { listed, nameOf } from './words';

/** Findings about what event types say of their data. */
export function schemaFindings({ mesh }: FindingContext): Finding[] {
  return [
    ...mesh.eventTypes.flatMap(withoutSchema),
    ...[...groupedBy(mesh.eventTypes, ({ type }) => type).values()].flatMap(
      differing,
    ),
  ];
}

/** Of what Knative writes itself, nobody could change that. */
function withoutSchema(eventType: EventType): Finding[] {
  const { schemaData, schemaURL, origin } = eventType;
  if (schemaData || schemaURL || origin !== 'declared') {
    return [];
  }
  const object = referenceTo(eventType);
  return [
    finding(
      'noSchema',
      object,
      `${nameOf(object)} does not say what the data of its events looks like.`,
      `Put a JSON Schema into spec.schemaData, or its address into spec.schema.`,
    ),
  ];
}

/** The same type with different schemas, each told of the others. */
function differing(eventTypes: readonly EventType[]): Finding[] {
  if (eventTypes.length < 2) {
    return [];
  }
  const schemaOf = new Map(
    eventTypes.flatMap(eventType => {
      const schema = eventType.schemaData
        ? comparable(eventType.schemaData)
        : eventType.schemaURL;
      return schema ? [[eventType, schema] as const] : [];
    }),
  );
  if (new Set(schemaOf.values()).size < 2) {
    return [];
  }
  return [...schemaOf].map(([eventType, schema]) => {
    const others = [...schemaOf]
      .filter(([, other]) => other !== schema)
      .map(([other]) => namespacedKey(other));
    return finding(
      'differentSchemas',
      referenceTo(eventType),
      `${eventType.type} has another schema here than in EventType ${listed(
        others,
      )}.`,
      `Use one schema for one type, or another type for other data.`,
    );
  });
}

/** Written in another way, a schema is still the same. */
function comparable(schemaData: string): string {
  try {
    return JSON.stringify(sortedKeys(JSON.parse(schemaData)));
  } catch {
    return schemaData;
  }
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortedKeys);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, sortedKeys(item)])
    : value;
}

function referenceTo({ namespace, name }: EventType) {
  return { ...EVENT_TYPE, namespace, name };
}
