import { isExhausted, spend, type Work } from '../evaluate/work';

/**
 * LIKE as Go's engine does it, byte by byte, with its two faults: a `%` in the
 * text at the place of a `%` in the pattern uses that up (`'%20'` is not LIKE
 * `'%'`), and a backslash in the text at the place of an escape in the pattern
 * turns that into a wildcard.
 */
export function isLikeInGo(text: string, pattern: string, work: Work): boolean {
  let at = 0;
  let next = 0;
  let retryPattern: number | undefined;
  let retryText = 0;

  while (at < text.length && !isExhausted(work)) {
    spend(work, 1);
    const isEscape =
      pattern[next] === '\\' &&
      (pattern[next + 1] === '_' || pattern[next + 1] === '%');
    if (isEscape && pattern[next + 1] === text[at]) {
      next += 2;
      at += 1;
    } else if (pattern[next] === '_' || pattern[next] === text[at]) {
      next += 1;
      at += 1;
    } else if (pattern[next] === '%') {
      next += 1;
      retryPattern = next;
      retryText = at;
    } else if (retryPattern !== undefined) {
      retryText += 1;
      at = retryText;
      next = retryPattern;
    } else {
      return false;
    }
  }

  while (pattern[next] === '%') {
    next += 1;
  }
  return at === text.length && next === pattern.length;
}
