import type { EventType } from 'backstage-plugin-knative-event-mesh-common';
import { schemaPropertyNames } from './schemaPropertyNames';

/** The catalog does not search values that are longer in lower case. */
const LONGEST_VALUE = 200;
const MOST_LINES_OF_TEXT = 20;
const MOST_LINES_OF_NAMES = 40;
const LONGEST_NAME = 100;
/** So many words of a line are repeated, so that what is said across two is found. */
const REPEATED_WORDS = 3;

/**
 * What the search of the catalog is to find an event type by, besides its type:
 * the words of type and description, and the names of its schema's properties.
 *
 * @remarks
 * The catalog compares a search with one value at a time and leaves out long
 * values, so a description is not searched as such. The search of pages says
 * "payment received" for `com.example.payment.received`: hence the words.
 */
export function searchLines({
  type,
  description = '',
  schemaData,
}: EventType): { text: string }[] {
  const names = schemaPropertyNames(schemaData).filter(
    name => name.length <= LONGEST_NAME,
  );
  return [
    ...linesOf(wordsOf(type), REPEATED_WORDS).slice(0, MOST_LINES_OF_TEXT),
    ...linesOf(wordsOf(description), REPEATED_WORDS).slice(
      0,
      MOST_LINES_OF_TEXT,
    ),
    ...linesOf(names, 0).slice(0, MOST_LINES_OF_NAMES),
  ].map(text => ({ text }));
}

/** The beginning of a text, as much of it as the catalog searches and sorts by. */
export function searchableText(text: string): string {
  let end = Math.min(text.length, LONGEST_VALUE);
  // Some letters are longer in lower case.
  while (text.slice(0, end).toLowerCase().length > LONGEST_VALUE) {
    end -= 1;
  }
  // What would be half a letter is left out.
  return text.slice(0, end).replace(/[\ud800-\udbff]$/, '');
}

function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .map(searchableText);
}

/** Words with blanks between them, as many in a line as are searched. */
function linesOf(words: string[], repeated: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let length = 0;
  for (const word of words) {
    const more = searchedLength(word);
    if (length + more > LONGEST_VALUE + 1) {
      lines.push(line.join(' '));
      const end = line.slice(line.length - repeated);
      const lengthOfEnd = end.map(searchedLength).reduce(sum, 0);
      const isRepeated =
        repeated > 0 && lengthOfEnd + more <= LONGEST_VALUE + 1;
      line = isRepeated ? end : [];
      length = isRepeated ? lengthOfEnd : 0;
    }
    line.push(word);
    length += more;
  }
  return line.length > 0 ? [...lines, line.join(' ')] : lines;
}

/** In lower case, with the blank that follows it. */
function searchedLength(word: string): number {
  return word.toLowerCase().length + 1;
}

function sum(left: number, right: number): number {
  return left + right;
}
