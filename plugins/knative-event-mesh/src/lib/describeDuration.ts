const units: [pattern: string, word: string][] = [
  ['Y', 'a'],
  ['M', 'mo'],
  ['W', 'wk'],
  ['D', 'd'],
];
const unitsOfTime: [pattern: string, word: string][] = [
  ['H', 'h'],
  ['M', 'min'],
  ['S', 's'],
];

function patternOf(parts: [pattern: string, word: string][]): string {
  return parts
    .map(([letter]) => `(?:(\\d{1,12}(?:[.,]\\d{1,12})?)${letter})?`)
    .join('');
}

const duration = new RegExp(
  `^P${patternOf(units)}(?:T${patternOf(unitsOfTime)})?$`,
);

/**
 * `1 min 30 s` for the ISO 8601 duration `PT1M30S`.
 *
 * @param text - as written in a manifest; what is no duration is given back
 */
export function describeDuration(text: string): string {
  const values = duration.exec(text)?.slice(1) ?? [];
  const words = [...units, ...unitsOfTime].flatMap(([, word], index) =>
    values[index] === undefined ? [] : [`${values[index]} ${word}`],
  );
  return words.length === 0 ? text : words.join(' ');
}
