/**
 * Takes entries out of a map, those first that were put in first, until the rest
 * is not larger than a limit.
 */
export function forgetOldest<K, V>(
  entries: Map<K, V>,
  sizeOf: (value: V) => number,
  limit: number,
): void {
  let size = 0;
  for (const value of entries.values()) {
    size += sizeOf(value);
  }
  for (const [key, value] of entries) {
    if (size <= limit) {
      return;
    }
    entries.delete(key);
    size -= sizeOf(value);
  }
}
