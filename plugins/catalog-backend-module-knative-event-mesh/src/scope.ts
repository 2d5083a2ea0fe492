import type {
  EventMeshRole,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import type { EmittedKind, ProviderConfig } from './config';

/** The settings that say what gets entities. */
export type ScopeOptions = Pick<ProviderConfig, 'namespaces' | 'emit'>;

/** What configuration calls the objects with a role. */
export const kindOfRole: Partial<Record<EventMeshRole, EmittedKind>> = {
  broker: 'brokers',
  channel: 'channels',
  source: 'sources',
  sink: 'sinks',
  flow: 'flows',
};

/** Whether today's configuration asks for the objects of a Kubernetes namespace. */
export function isNamespaceInScope(
  { namespaces }: ScopeOptions,
  namespace: string,
): boolean {
  return !namespaces || namespaces.includes(namespace);
}

/** Whether today's configuration asks for the entity of an object. */
export function isInScope(
  options: ScopeOptions,
  { namespace }: Pick<ObjectReference, 'namespace'>,
  role?: EventMeshRole,
): boolean {
  const kind = role && kindOfRole[role];
  return (
    isNamespaceInScope(options, namespace) &&
    !(kind && options.emit?.[kind] === false)
  );
}
