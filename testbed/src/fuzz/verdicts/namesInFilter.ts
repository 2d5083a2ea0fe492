import type { FilterElement, TriggerFilters } from '../fuzzCase';

/** What a trigger's filter asks about. */
export interface NamesInFilter {
  names: ReadonlySet<string>;
  /** It calls the function that looks into a Secret. */
  callsKnative: boolean;
}

/** The names of attributes in what a broker applies: `filters`, else `filter`. */
export function namesInFilter({
  filter,
  filters,
}: TriggerFilters): NamesInFilter {
  const names = new Set<string>();
  const expressions: string[] = [];
  const collect = (element: FilterElement) => {
    for (const texts of [element.exact, element.prefix, element.suffix]) {
      Object.keys(texts ?? {}).forEach(name => names.add(name));
    }
    if (element.cesql) {
      expressions.push(element.cesql);
    }
    [...(element.all ?? []), ...(element.any ?? [])].forEach(collect);
    if (element.not) {
      collect(element.not);
    }
  };
  if (filters?.length) {
    filters.forEach(collect);
  } else {
    Object.keys(filter ?? {}).forEach(name => names.add(name));
  }
  const words = expressions.flatMap(wordsOf);
  words
    .filter(({ isFunction }) => !isFunction)
    .forEach(({ word }) => names.add(word));
  return {
    names,
    callsKnative: words.some(
      ({ word }) => word.toUpperCase() === 'KN_VERIFY_CORRELATION_ID',
    ),
  };
}

const keywords = new Set('AND OR XOR NOT LIKE EXISTS IN TRUE FALSE'.split(' '));

/** A text in quotes, or a word and whether a parenthesis follows. */
const token = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|([a-zA-Z0-9_]+)\s*(\()?/g;

/** The words of an expression that are neither keywords nor numbers. */
function wordsOf(expression: string) {
  return [...expression.matchAll(token)]
    .filter(
      ([, word]) =>
        word !== undefined &&
        !keywords.has(word.toUpperCase()) &&
        !/^[0-9]+$/.test(word),
    )
    .map(([, word, parenthesis]) => ({
      word,
      isFunction: parenthesis !== undefined,
    }));
}
