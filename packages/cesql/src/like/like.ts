import type { EngineName } from '../engine';
import type { Work } from '../evaluate/work';
import { charactersOf } from '../values/text';
import { isLikeInGo } from './goLike';
import { parsePattern } from './pattern';
import { fitsWildcards, type TextElement } from './wildcards';

/**
 * Whether a text is LIKE a pattern; both as the engine holds strings. Without
 * regular expressions: patterns come from strangers.
 */
export function isLike(
  text: string,
  pattern: string,
  engine: EngineName,
  work: Work,
): boolean {
  return engine === 'go'
    ? isLikeInGo(text, pattern, work)
    : fitsWildcards(
        charactersOf(text),
        parsePattern(pattern),
        wildIn(engine),
        work,
      );
}

/** Which characters a wildcard stands for: in Java, none that end a line. */
export function wildIn(engine: EngineName): (element: TextElement) => boolean {
  return engine === 'java' ? isNoLineEnd : () => true;
}

const lineEnds = new Set<TextElement>([
  '\n',
  '\r',
  '\u0085',
  '\u2028',
  '\u2029',
]);

function isNoLineEnd(element: TextElement): boolean {
  return !lineEnds.has(element);
}
