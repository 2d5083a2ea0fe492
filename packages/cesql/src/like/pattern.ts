import { charactersOf } from '../values/text';
import { many, one, type PatternElement } from './wildcards';

/**
 * The elements of a LIKE pattern: `%` any number of characters, `_` one. A
 * backslash takes the meaning from them, and means itself before anything else.
 */
export function parsePattern(pattern: string): PatternElement[] {
  const characters = charactersOf(pattern);
  const elements: PatternElement[] = [];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index];
    const next = characters[index + 1];
    if (character === '\\' && (next === '%' || next === '_')) {
      elements.push(next);
      index += 1;
    } else if (character === '%') {
      elements.push(many);
    } else {
      elements.push(character === '_' ? one : character);
    }
  }
  return elements;
}

/** Whether a pattern gives wildcards back their own meaning somewhere. */
export function hasEscapes(pattern: string): boolean {
  return pattern.includes('\\%') || pattern.includes('\\_');
}

/**
 * Java turns the pattern into a regular expression between `\Q` and `\E`. An
 * `\E` in the pattern ends that early; what follows is not a pattern any more.
 */
export function breaksJava(pattern: string): boolean {
  return pattern.includes('\\E');
}
