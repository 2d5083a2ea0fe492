/** Longest piece of cluster data that a reason repeats, in characters. */
const LONGEST_QUOTE = 120;

/** A piece of cluster data, not too long. */
export function shorten(text: string): string {
  return text.length > LONGEST_QUOTE
    ? `${text.slice(0, LONGEST_QUOTE)}…`
    : text;
}

/** A piece of cluster data in a sentence: in backticks, and not too long. */
export function quote(text: string): string {
  return `\`${shorten(text)}\``;
}
