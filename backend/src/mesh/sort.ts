/** A text that is the same for the same namespace and name. */
export function namespacedKey(object: {
  namespace: string;
  name: string;
}): string {
  return `${object.namespace}/${object.name}`;
}

/**
 * Sorts by texts, each deciding where those before it are equal. By code unit:
 * the order must be the same on every machine.
 */
export function sortedBy<T>(
  items: readonly T[],
  ...keys: ((item: T) => string | undefined)[]
): T[] {
  return [...items].sort((a, b) => {
    for (const key of keys) {
      const left = key(a) ?? '';
      const right = key(b) ?? '';
      if (left !== right) {
        return left < right ? -1 : 1;
      }
    }
    return 0;
  });
}
