import type { AttributeDeclaration } from '../contract';
import { isAttributeName } from '../matching/attributeName';
import { parseTemplate } from '../matching/template';
import type { JsonData } from './json';
import { sampleData } from './sampleData';

/**
 * What a sample event is made from: an `EventType` of the contract, or the details
 * of its entity.
 *
 * @public
 */
export interface SampleEventInput {
  /** The CloudEvents `type`. */
  type: string;
  attributes?: readonly AttributeDeclaration[];
  schemaText?: string;
}

/**
 * A CloudEvent as an event type declares it, to read and to try.
 *
 * @public
 */
export interface SampleEvent {
  /**
   * CloudEvents attributes with their values as texts: the required ones, then
   * what else is declared, sorted by name.
   */
  attributes: { name: string; value: string }[];
  /** Absent if nothing is known of it, or it is not JSON. */
  data?: JsonData;
}

const required = ['specversion', 'id', 'source', 'type'];

/** What an attribute may be of which nothing else is declared. */
const usual = new Map([
  ['datacontenttype', 'application/json'],
  ['dataschema', 'https://example.com/schema'],
  ['id', 'sample-1'],
  ['source', '/sample'],
  ['specversion', '1.0'],
  ['subject', 'sample'],
  ['time', '2026-01-01T12:00:00Z'],
]);

/**
 * A sample event that fits what an event type declares: exact values as they are,
 * variables by their names, and what is left open as CloudEvents wants it. The
 * same input gives the same event; it never throws.
 *
 * @public
 */
export function sampleEvent(input: SampleEventInput): SampleEvent {
  const values = new Map(
    required.map(name => [name, usual.get(name) ?? input.type]),
  );
  const declared = [...(input.attributes ?? [])]
    .filter(({ name }) => isAttributeName(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const { name, value } of declared) {
    values.set(name, sampleValue(name, value));
  }
  values.set('specversion', '1.0');
  values.set('type', input.type);

  const contentType = values.get('datacontenttype') ?? 'application/json';
  const data =
    input.schemaText && isJson(contentType)
      ? sampleData(input.schemaText)
      : undefined;
  if (data !== undefined) {
    values.set('datacontenttype', contentType);
  }
  return {
    attributes: sortedAttributes(values),
    ...(data !== undefined && { data }),
  };
}

function sampleValue(name: string, declared: string | undefined): string {
  const anything = usual.get(name) ?? name;
  const template = declared ? parseTemplate(declared) : undefined;
  if (!template || template.texts.every(text => text === '')) {
    return anything;
  }
  const { texts, variables } = template;
  return texts
    .map((text, index) =>
      index < variables.length ? text + (variables[index] || 'sample') : text,
    )
    .join('');
}

/** Whether data of the media type is JSON (CloudEvents 1.0.2, JSON format, 3.1). */
function isJson(mediaType: string): boolean {
  return /^[^;]+[/+]json\s*(;|$)/i.test(mediaType);
}

function sortedAttributes(values: Map<string, string>) {
  const others = [...values.keys()]
    .filter(name => !required.includes(name))
    .sort();
  return [...required, ...others].map(name => ({
    name,
    value: values.get(name) ?? '',
  }));
}
