import type {
  Finding,
  Omission,
} from 'backstage-plugin-knative-event-mesh-common';

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

/**
 * Tells of which namespaces all brokers were read. Where a broker was left out
 * as malformed, one that is not in the answer may exist all the same.
 */
export function brokersAreRead(
  scope: Scope,
  omitted: readonly Omission[],
  findings: readonly Finding[],
): (namespace: string) => boolean {
  const unread = new Set([
    ...omitted.filter(({ kind }) => !kind).map(({ namespace }) => namespace),
    ...findings
      .filter(({ object }) => object.kind === 'Broker')
      .map(({ object }) => object.namespace),
  ]);
  return namespace =>
    !unread.has(namespace) &&
    !unread.has('') &&
    (scope === undefined || scope.includes(namespace));
}
