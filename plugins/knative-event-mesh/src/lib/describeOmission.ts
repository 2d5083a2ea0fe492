import type { Omission } from 'backstage-plugin-knative-event-mesh-common';

/** What was not read: a kind, a namespace, or a kind in a namespace. */
export function describeOmission({
  group,
  kind,
  namespace,
}: Pick<Omission, 'group' | 'kind' | 'namespace'>): string {
  const what = kind ? [kind, group].filter(Boolean).join('.') : 'everything';
  return namespace ? `${what} in namespace ${namespace}` : what;
}
