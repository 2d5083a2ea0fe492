import type { Random } from '../random';

/**
 * Few names and values, so that what event types, triggers and events say meets
 * more often than not.
 */
const extensionNames = ['color', 'foo', 'n1', 'tenant'] as const;

/** Valid names with a meaning of their own, somewhere. */
const specialNames = [
  'constructor',
  'data',
  'datacontentencoding',
  'datamediatype',
  'schemaurl',
] as const;

/** Names that no CloudEvent can have. */
const hostileNames = ['', '__proto__', 'Color', 'a b', 'ä', 'a%', 'a\nb'];

const standardNames = [
  'datacontenttype',
  'dataschema',
  'id',
  'source',
  'specversion',
  'subject',
  'time',
  'type',
] as const;

/** A name of an attribute, mostly one that a CloudEvent can have. */
export function drawName(random: Random): string {
  return random.pick(
    random.weighted<readonly string[]>([
      [56, extensionNames],
      [36, standardNames],
      [7, specialNames],
      [1, hostileNames],
    ]),
  );
}

/** The name of an extension that a CloudEvent can have. */
export function drawExtensionName(random: Random): string {
  return random.pick(
    random.weighted<readonly string[]>([
      [95, extensionNames],
      [5, specialNames],
    ]),
  );
}

const types = ['a', 'a.b', 'a.b.c', 'com.acme.order', 'com.acme.order.v2'];
const sources = ['/a/b', '/a/', '/a/bb/c', 'urn:a:b', 'https://h/a?b=1', 'a'];
const oddSources = ['/a%20b', 'URN:a', 'HTTP://H/a', '/a#', '/ä', '//h', 'a b'];
const schemas = ['https://s/1', 'https://s/2', 'urn:s:1'];
const times = [
  '2024-01-01T00:00:00Z',
  '2024-01-01T00:00:00.50Z',
  '2024-01-01T01:00:00+01:00',
];
const contentTypes = ['application/json', 'text/plain; charset=utf-8', 'a'];

const plainTexts = ['a', 'a.b', 'b', 'red', 'a-1', '/a/b', 'A', 'ab'];
const oddTexts = [
  'true',
  'FALSE',
  '0',
  '1',
  '-7',
  '+3',
  '2147483648',
  '%20',
  'a%b',
  'a_b',
  'a\\b',
  'ä',
  'a😀b',
  'x\u2028y',
  'x\ny',
  "it's",
  ' b ',
  'ﬁß',
  '{x}',
];

/** A value that an attribute of this name can have. */
export function drawText(name: string, random: Random): string {
  switch (name) {
    case 'type':
      return random.pick(random.chance(0.95) ? types : oddTexts);
    case 'source':
      return random.pick(random.chance(0.95) ? sources : oddSources);
    case 'dataschema':
    case 'schemaurl':
      return random.pick(random.chance(0.95) ? schemas : oddSources);
    case 'time':
      return random.pick(times);
    case 'datacontenttype':
      return random.pick(contentTypes);
    case 'specversion':
      return random.chance(0.9) ? '1.0' : '0.3';
    case 'datacontentencoding':
      return 'base64';
    default:
      return random.pick(random.chance(0.7) ? plainTexts : oddTexts);
  }
}

/** Some text around a variable in the value of an attribute; can be empty. */
export function drawPiece(name: string, random: Random): string {
  const pieces = ['', '', '/', '-', '.', 'a', 'b', '1', 'a.', '/a/', '.b'];
  const odd = ['%20', 'ä', 'tr', 'URN:', '#', '?', '{', '\\', '\u2028'];
  const isFirst = random.chance(0.3);
  return isFirst
    ? drawText(name, random)
    : random.pick(random.chance(0.93) ? pieces : odd);
}

/** What a variable stands for: one or more characters. */
export function drawFilling(name: string, random: Random): string {
  if (name === 'source' && random.chance(0.05)) {
    return '#';
  }
  const plain = ['a', 'b', '1', 'ab', 'b/c', '.b', 'a.b', '-'];
  const odd = ['%', '%20', 'ä', '😀', 'x\u2028y', '\n', ' ', '\\', '#', 'ue'];
  return random.chance(0.2)
    ? drawText(name, random)
    : random.pick(random.chance(0.9) ? plain : odd);
}
