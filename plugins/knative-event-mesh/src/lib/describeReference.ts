import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';

/** An object in the words of `kubectl`: `Service payments/ledger`. */
export function describeReference({
  kind,
  namespace,
  name,
}: Pick<ObjectReference, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${namespace}/${name}`;
}
