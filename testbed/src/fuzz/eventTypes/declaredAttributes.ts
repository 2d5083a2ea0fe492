import type { EventTypeDeclaration } from 'backstage-plugin-knative-event-mesh-common';
import { readDeclaredValue, type DeclaredValue } from './declaredValue';

/** What an EventType says of an attribute. */
export interface DeclaredAttribute {
  /** Whether every event of the type has it. */
  isAlwaysThere: boolean;
  value: DeclaredValue;
}

/** What every CloudEvent has. */
const requiredNames = ['id', 'source', 'specversion', 'type'];

/**
 * What an EventType declares, by the name of the attribute (knative.md 1.1 and
 * 3.5), written apart from the code under test.
 */
export function readDeclaredAttributes(
  eventType: EventTypeDeclaration,
): Map<string, DeclaredAttribute> {
  const texts = new Map<string, string | undefined>();
  const optional = new Set<string>();
  if (eventType.schema) {
    texts.set('dataschema', eventType.schema);
    optional.add('dataschema');
  }
  for (const { name, required, value } of eventType.attributes ?? []) {
    const attribute = name === 'schemadata' ? 'dataschema' : name;
    texts.set(attribute, value);
    if (required) {
      optional.delete(attribute);
    } else {
      optional.add(attribute);
    }
  }
  texts.set('type', eventType.type);
  texts.set('source', eventType.source || texts.get('source'));
  for (const name of requiredNames) {
    texts.set(name, texts.get(name));
    optional.delete(name);
  }
  return new Map(
    [...texts].map(([name, text]) => [
      name,
      {
        isAlwaysThere: !optional.has(name),
        value: readDeclaredValue(isUri(name) ? withBraces(text) : text),
      },
    ]),
  );
}

function isUri(name: string): boolean {
  return name === 'source' || name === 'dataschema';
}

/** Knative keeps URIs through Go's `net/url`, which encodes braces. */
function withBraces(text: string | undefined): string | undefined {
  return text?.replace(/%7b/gi, '{').replace(/%7d/gi, '}');
}
