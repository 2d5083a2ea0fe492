/** A point in time (RFC 3339) as the reader writes it; as it is if it is none. */
export function timeOf(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : date.toLocaleString();
}
