import {
  countsAsAbsent,
  isAttributeName,
  isRequired,
  isStandard,
  isUri,
  lookUp,
} from '../attributes';
import type { Engine } from '../engine';
import { toEngineText } from '../values/text';
import {
  anyBoolean,
  anyInteger,
  constant,
  type AbstractValue,
  type FreeCharacters,
} from './abstractValue';
import type {
  AttributeKnowledge,
  EventKnowledge,
  ExactAttribute,
  TemplateAttribute,
} from './attributeKnowledge';
import { isKnownPresent, type Facts } from './presence';
import { toTemplate } from './template';

const absent: AttributeKnowledge = { state: 'absent' };
const present: AttributeKnowledge = { state: 'present' };
const unknown: AttributeKnowledge = { state: 'unknown' };

/** What is known of an attribute; `name` as {@link nameOf} gives it. */
export function knowledgeOf(
  name: string,
  knowledge: EventKnowledge,
): AttributeKnowledge {
  if (!isAttributeName(name)) {
    return absent;
  }
  const known = withoutEmptyTemplate(lookUp(knowledge, name) ?? unknown);
  if (!isRequired(name)) {
    return known;
  }
  switch (known.state) {
    case 'optional':
      return known.of;
    case 'absent':
    case 'unknown':
      return present;
    default:
      return known;
  }
}

/** A template without variables is a value. */
function withoutEmptyTemplate(known: AttributeKnowledge): AttributeKnowledge {
  switch (known.state) {
    case 'template':
      return exactly(known);
    case 'optional':
      return { state: 'optional', of: exactly(known.of) };
    default:
      return known;
  }
}

function exactly(
  known: ExactAttribute | TemplateAttribute,
): ExactAttribute | TemplateAttribute {
  return known.state === 'template' &&
    known.parts.every(part => typeof part === 'string')
    ? { state: 'exact', value: known.parts.join('') }
    : known;
}

/** The same where conditions around have said more. */
export function knowledgeWith(
  facts: Facts | undefined,
  name: string,
  knowledge: EventKnowledge,
  engine: Engine,
): AttributeKnowledge {
  const known = withoutBlank(name, knowledgeOf(name, knowledge), engine);
  if (known.state !== 'optional' && known.state !== 'unknown') {
    return known;
  }
  switch (isKnownPresent(name, facts)) {
    case true:
      return known.state === 'optional' ? known.of : present;
    case false:
      return absent;
    default:
      return known;
  }
}

function withoutBlank(
  name: string,
  known: AttributeKnowledge,
  engine: Engine,
): AttributeKnowledge {
  const value = known.state === 'optional' ? known.of : known;
  return value.state === 'exact' && countsAsAbsent(name, value.value, engine)
    ? absent
    : known;
}

/** The values that an attribute has where it is there. */
export function valuesOf(
  name: string,
  known: AttributeKnowledge,
  engine: Engine,
  free: FreeCharacters,
): readonly AbstractValue[] {
  switch (known.state) {
    case 'exact':
      return [
        constant(
          typeof known.value === 'string'
            ? toEngineText(known.value, engine.name)
            : known.value,
        ),
      ];
    case 'template':
      return [toTemplate(known.parts, engine.name, freeIn(name, free))];
    case 'optional':
      return valuesOf(name, known.of, engine, free);
    case 'absent':
      return [];
    default:
      return anyValueOf(name, engine, freeIn(name, free));
  }
}

function anyValueOf(
  name: string,
  engine: Engine,
  free: FreeCharacters,
): readonly AbstractValue[] {
  if (isRequired(name)) {
    // Never empty in a valid event.
    return [toTemplate([{ variable: '' }], engine.name, free)];
  }
  const anyString: AbstractValue = { kind: 'string', free };
  return isStandard(name)
    ? [anyString]
    : [anyString, anyInteger, ...anyBoolean];
}

/** URIs have no line ends. */
function freeIn(name: string, free: FreeCharacters): FreeCharacters {
  return isUri(name) ? { ...free, lineEnd: false } : free;
}
