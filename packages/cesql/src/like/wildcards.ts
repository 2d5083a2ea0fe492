import { spend, isExhausted, type Work } from '../evaluate/work';

/** A pattern element that one character fits, whatever it is. */
export const one = Symbol('one');

/** A pattern element that any number of characters fit. */
export const many = Symbol('many');

/** A character of a text that can be any, and more than one. */
export const anything = Symbol('anything');

export type PatternElement = string | typeof one | typeof many;
export type TextElement = string | typeof anything;

/**
 * Whether a text fits a pattern as a whole. Only the last `many` is ever tried
 * again, so the cost is at most the product of the lengths.
 *
 * @param isWild - whether a character of the text fits a wildcard
 */
export function fitsWildcards(
  text: ArrayLike<TextElement>,
  pattern: readonly PatternElement[],
  isWild: (element: TextElement) => boolean,
  work: Work,
): boolean {
  let at = 0;
  let next = 0;
  let retryPattern: number | undefined;
  let retryText = 0;

  while (at < text.length && !isExhausted(work)) {
    spend(work, 1);
    const element = pattern[next];
    if (element === many) {
      next += 1;
      retryPattern = next;
      retryText = at;
    } else if (
      element !== undefined &&
      (element === one
        ? text[at] !== anything && isWild(text[at])
        : element === text[at])
    ) {
      at += 1;
      next += 1;
    } else if (retryPattern !== undefined && isWild(text[retryText])) {
      retryText += 1;
      at = retryText;
      next = retryPattern;
    } else {
      return false;
    }
  }

  while (pattern[next] === many) {
    next += 1;
  }
  return at === text.length && next === pattern.length;
}
