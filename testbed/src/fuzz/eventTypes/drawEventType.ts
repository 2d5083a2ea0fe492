import type { EventTypeDeclaration } from 'backstage-plugin-knative-event-mesh-common';
import type { Random } from '../random';
import { drawName, drawPiece, drawText } from './pools';

/** An EventType of any version. */
export function drawEventType(random: Random): EventTypeDeclaration {
  return random.chance(0.35) ? drawOldVersion(random) : drawAttributes(random);
}

/** An EventType that says something else of one attribute. */
export function drawSibling(
  eventType: EventTypeDeclaration,
  random: Random,
): EventTypeDeclaration {
  const { attributes = [] } = eventType;
  if (attributes.length === 0) {
    return { ...eventType, ...drawOldVersion(random) };
  }
  const index = random.upTo(attributes.length - 1);
  const { name, required, value } = attributes[index];
  return {
    ...eventType,
    attributes: random.pick([
      attributes.toSpliced(index, 1),
      attributes.with(index, { name, required: !required, value }),
      attributes.with(index, {
        name,
        required,
        value: drawValue(name, random),
      }),
    ]),
  };
}

/** v1beta1 and v1beta2: type, source and the URL of a schema. */
function drawOldVersion(random: Random): EventTypeDeclaration {
  return {
    type: drawValue('type', random) ?? '',
    ...(random.chance(0.8) && { source: drawUri('source', random) }),
    ...(random.chance(0.4) && { schema: drawUri('dataschema', random) }),
  };
}

/** v1beta3: a list of attributes. */
function drawAttributes(random: Random): EventTypeDeclaration {
  const names = new Set(['type']);
  if (random.chance(0.8)) {
    names.add('source');
  }
  for (let count = random.upTo(4); count > 0; count--) {
    names.add(drawName(random));
  }
  const attributes = [...names].map(name => ({
    // v1beta3 says `schemadata` where CloudEvents says `dataschema`.
    name: name === 'dataschema' ? 'schemadata' : name,
    required: random.chance(name === 'type' ? 1 : 0.75),
    value: isUri(name) ? drawUri(name, random) : drawValue(name, random),
  }));
  return { type: attributes[0].value ?? '', attributes };
}

function isUri(name: string): boolean {
  return name === 'source' || name === 'dataschema';
}

/** Knative keeps URIs through Go's `net/url`, which encodes braces. */
function drawUri(name: string, random: Random): string | undefined {
  const value = drawValue(name, random);
  return random.chance(0.5)
    ? value?.replaceAll('{', '%7B').replaceAll('}', '%7d')
    : value;
}

function drawValue(name: string, random: Random): string | undefined {
  return random.weighted<() => string | undefined>([
    [58, () => escaped(drawText(name, random))],
    [27, () => drawTemplate(name, random)],
    [9, () => undefined],
    [
      3,
      () =>
        `${drawText(name, random)}${random.pick(['{', '}', '{a', '{{b}}'])}`,
    ],
    [3, () => ''],
  ])();
}

function drawTemplate(name: string, random: Random): string {
  const variables = 1 + random.upTo(1);
  return Array.from(
    { length: variables },
    () =>
      `${escaped(drawPiece(name, random))}{${random.pick(['id', 'x', ''])}}`,
  )
    .concat(escaped(drawPiece(name, random)))
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[{}]/g, '\\$&');
}
