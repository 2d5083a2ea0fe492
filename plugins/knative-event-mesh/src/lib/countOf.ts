/**
 * `No triggers`, `1 trigger`, `2 triggers`.
 *
 * @param noun - in the singular; its plural ends with `s`
 */
export function countOf(count: number, noun: string): string {
  return `${count === 0 ? 'No' : count} ${noun}${count === 1 ? '' : 's'}`;
}
