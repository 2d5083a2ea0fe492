import type { DeclaredAttribute } from '../eventTypes/declaredAttributes';

/**
 * What an event type says of an attribute that a filter asks about, from what
 * leaves nothing open to what leaves most: its value; its value, which a broker
 * may spell in another way; its form; its value or form, if an event has it; that
 * every event has it; nothing.
 */
export const opennesses = [
  'exact',
  'spelling',
  'template',
  'optional',
  'present',
  'undeclared',
] as const;

export type Openness = (typeof opennesses)[number];

/**
 * Extensions, for who reads CloudEvents 1.0. MTChannelBasedBroker takes them for
 * something else (knative.md 3.3, row "attribute names").
 */
const ambiguousNames = new Set([
  'datacontentencoding',
  'datamediatype',
  'schemaurl',
]);

/** What is left open about the attribute that is left most open. */
export function opennessOf(
  names: Iterable<string>,
  declared: ReadonlyMap<string, DeclaredAttribute>,
  brokerClass?: string,
): Openness {
  const found = [...names].map(name =>
    opennesses.indexOf(
      ambiguousNames.has(name)
        ? 'undeclared'
        : opennessOfAttribute(name, declared.get(name), brokerClass),
    ),
  );
  return opennesses[Math.max(0, ...found)];
}

function opennessOfAttribute(
  name: string,
  attribute: DeclaredAttribute | undefined,
  brokerClass: string | undefined,
): Openness {
  if (!attribute) {
    return 'undeclared';
  }
  const { isAlwaysThere, value } = attribute;
  if (value.kind === 'any') {
    return isAlwaysThere ? 'present' : 'undeclared';
  }
  if (!isAlwaysThere) {
    return 'optional';
  }
  return value.kind === 'exact' && canBeSpelled(name, value.text, brokerClass)
    ? 'spelling'
    : value.kind;
}

/**
 * Whether a broker can read a value in another spelling: timestamps on every
 * class, URIs on those in Go, whose `net/url` leaves plain ones as they are.
 */
function canBeSpelled(
  name: string,
  text: string,
  brokerClass: string | undefined,
): boolean {
  const isUri = name === 'source' || name === 'dataschema';
  const isPlain = /^[a-z0-9:/.?=_-]+$/.test(text);
  return (
    name === 'time' || (isUri && !isPlain && !brokerClass?.startsWith('Kafka'))
  );
}
