/** The value under a key, made at the first question. */
export function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) {
    return known;
  }
  const created = create();
  map.set(key, created);
  return created;
}

/** Items by key, in the order in which they came. */
export function groupedBy<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    getOrCreate(groups, keyOf(item), () => []).push(item);
  }
  return groups;
}
