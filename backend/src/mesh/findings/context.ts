import type {
  EventMesh,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import type { IsRead } from '../destinations';
import type { KnownObjects } from '../knownObjects';
import type { ReadyTrigger } from '../prepareTriggers';

/** The answer without its optional lists being optional, and how it was read. */
export interface FindingContext {
  mesh: Required<
    Omit<EventMesh, 'findings' | 'serviceVersion' | 'omitted' | 'namespaces'>
  >;
  known: KnownObjects;
  /** Those that stand in the answer. */
  triggers: readonly ReadyTrigger[];
  isRead: IsRead;
  /** Whether all namespaces are read. */
  isWholeCluster: boolean;
}

/** Refers to an object of the answer that states its kind itself. */
export function referenceOf({
  group,
  kind,
  namespace,
  name,
}: ObjectReference): ObjectReference {
  return { group, kind, namespace, name };
}
