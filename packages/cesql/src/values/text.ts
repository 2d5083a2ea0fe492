import type { EngineName } from '../engine';
import { decodeUtf8, encodeUtf8 } from './utf8';

/** A string as the engine holds it: each unit of Go's is a byte. */
export function toEngineText(text: string, engine: EngineName): string {
  return engine === 'go' ? encodeUtf8(text) : text;
}

/** The string of an engine as JavaScript holds it. */
export function fromEngineText(text: string, engine: EngineName): string {
  return engine === 'go' ? decodeUtf8(text) : text;
}

/** What the engine counts as the length of a string, and cuts strings by. */
export function unitsOf(
  text: string,
  engine: EngineName,
): string | readonly string[] {
  return engine === 'specification' ? charactersOf(text) : text;
}

/** The Unicode characters: only a string with surrogates needs an array. */
export function charactersOf(text: string): string | readonly string[] {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
}

export function cut(
  units: string | readonly string[],
  start: number,
  end?: number,
): string {
  return typeof units === 'string'
    ? units.slice(start, end)
    : units.slice(start, end).join('');
}

/** In small letters, as the engine does it. */
export function lower(text: string, engine: EngineName): string {
  return engine === 'go'
    ? mapCharacters(text, simpleLower)
    : text.toLowerCase();
}

/** In capital letters, as the engine does it. */
export function upper(text: string, engine: EngineName): string {
  return engine === 'go'
    ? mapCharacters(text, simpleUpper)
    : text.toUpperCase();
}

/** Go maps each character to exactly one, JavaScript and Java some to more. */
function mapCharacters(
  bytes: string,
  map: (character: string) => string,
): string {
  return encodeUtf8(Array.from(decodeUtf8(bytes), map).join(''));
}

function simpleLower(character: string): string {
  // The only character whose full mapping is longer than its simple one.
  return character === 'İ' ? 'i' : character.toLowerCase();
}

function simpleUpper(character: string): string {
  const full = character.toUpperCase();
  const codePoint = character.codePointAt(0)!;
  if (full.length <= String.fromCodePoint(codePoint).length) {
    return full;
  }
  // Greek letters with a iota below have one capital, 8 or 9 places on.
  for (const distance of [8, 9]) {
    const candidate = String.fromCodePoint(codePoint + distance);
    if (candidate.toLowerCase() === character) {
      return candidate;
    }
  }
  return character;
}

const javaSpaces = Array.from({ length: 0x21 }, (_, code) =>
  String.fromCharCode(code),
);
const unicodeSpaces = Array.from(
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006' +
    '\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);
const spaces: Record<EngineName, readonly string[]> = {
  specification: unicodeSpaces,
  go: unicodeSpaces.map(encodeUtf8),
  java: javaSpaces,
};

/** Without the spaces at both ends. A regular expression would be quadratic. */
export function trim(text: string, engine: EngineName): string {
  let start = 0;
  let end = text.length;
  for (
    let size = spaceAt(text, start, engine);
    size > 0 && start < end;
    size = spaceAt(text, start, engine)
  ) {
    start += size;
  }
  for (
    let size = spaceBefore(text, end, engine);
    size > 0 && end > start;
    size = spaceBefore(text, end, engine)
  ) {
    end -= size;
  }
  return text.slice(start, end);
}

function spaceAt(text: string, start: number, engine: EngineName): number {
  const found = spaces[engine].find(space => text.startsWith(space, start));
  return found?.length ?? 0;
}

function spaceBefore(text: string, end: number, engine: EngineName): number {
  const found = spaces[engine].find(space => text.endsWith(space, end));
  return found?.length ?? 0;
}
