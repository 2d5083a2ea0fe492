import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';

/** How an object is called in a sentence: `Broker shop/default`. */
export function nameOf({ kind, namespace, name }: ObjectReference): string {
  return `${kind} ${namespace}/${name}`;
}

/** How many names a sentence bears. */
const MOST_NAMES = 5;

/** `a, b and 3 more`. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0
    ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more`
    : names.join(', ');
}
