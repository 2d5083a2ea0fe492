import type { SchemaObject } from 'backstage-plugin-knative-event-mesh-common';

/** So many values of an `enum` are named. */
const mostValues = 20;
/** A value or pattern longer than that says nothing in a line. */
const longestValue = 200;

/** What a keyword says, before its value. */
const words: Record<string, string> = {
  format: 'format',
  minimum: 'at least',
  exclusiveMinimum: 'more than',
  maximum: 'at most',
  exclusiveMaximum: 'less than',
  multipleOf: 'a multiple of',
  minLength: 'characters at least',
  maxLength: 'characters at most',
  pattern: 'pattern',
  minItems: 'items at least',
  maxItems: 'items at most',
  minProperties: 'properties at least',
  maxProperties: 'properties at most',
  contentMediaType: 'contains',
  contentEncoding: 'encoded as',
  default: 'default',
};

/** What is said by a keyword that is true. */
const flags: Record<string, string> = {
  uniqueItems: 'no item twice',
  deprecated: 'deprecated',
  readOnly: 'read only',
  writeOnly: 'write only',
};

/** What a schema demands of a value itself, in words, with values in backticks. */
export function schemaConstraints(fields: SchemaObject): string[] {
  const constraints: string[] = [];
  if ('const' in fields) {
    constraints.push(`always ${quoted(fields.const)}`);
  }
  if (Array.isArray(fields.enum)) {
    const named = fields.enum.slice(0, mostValues).map(quoted).join(', ');
    const others = fields.enum.length - mostValues;
    constraints.push(
      others > 0 ? `one of ${named} and ${others} others` : `one of ${named}`,
    );
  }
  for (const [keyword, word] of Object.entries(words)) {
    const value = fields[keyword];
    if (isScalar(value)) {
      constraints.push(`${word} ${quoted(value)}`);
    }
  }
  if (fields.additionalProperties === false) {
    constraints.push('no other properties');
  }
  for (const [keyword, word] of Object.entries(flags)) {
    if (fields[keyword] === true) {
      constraints.push(word);
    }
  }
  const examples = Array.isArray(fields.examples) ? fields.examples : [];
  if (isScalar(examples[0])) {
    constraints.push(`such as ${quoted(examples[0])}`);
  }
  return constraints;
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short =
    text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
  // A backtick in the value would end what is quoted.
  return `\`${short.replaceAll('`', 'ˋ')}\``;
}
