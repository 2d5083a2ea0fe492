/** The namespaces that are read: sorted, each once; all of them if absent. */
export type Scope = readonly string[] | undefined;

/** Up to how many namespaces are listed one by one (design §3, "Reading"). */
export const FEW_NAMESPACES = 5;

/**
 * In which ways a referenced kind is listed: the namespaces one by one, or
 * everywhere at once and, if that is refused, the namespaces one by one.
 * Namespaces in scope are always few enough, because the caller named them.
 *
 * @param namespaces - where the referenced objects are
 * @param everywhere - whether one list of everything is cheap
 */
export function planLists(
  namespaces: readonly string[],
  scope: Scope,
  everywhere: boolean,
): { everywhere: boolean; namespaces: readonly string[] } {
  if (namespaces.length <= FEW_NAMESPACES) {
    return { everywhere: everywhere && scope === undefined, namespaces };
  }
  const named = namespaces.filter(namespace => scope?.includes(namespace));
  return {
    everywhere: named.length < namespaces.length,
    namespaces: named,
  };
}

/** The namespaces in which objects are: sorted, each once. */
export function namespacesOf(
  objects: Iterable<{ namespace: string }>,
): string[] {
  const namespaces = new Set<string>();
  for (const { namespace } of objects) {
    namespaces.add(namespace);
  }
  return [...namespaces].sort();
}
