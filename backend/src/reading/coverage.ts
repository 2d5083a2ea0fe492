import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import type { Resource } from '../kubernetes/resource';
import type { IsRead } from '../mesh/destinations';
import type { MeshKinds } from './findMeshKinds';
import { kindKey } from './kindKey';
import type { Scope } from './scope';

/** Of which kinds and namespaces the objects of the mesh were read. */
export interface Coverage {
  /** Whether all objects of a kind in a namespace are among those read. */
  isRead: IsRead;
  /** Whether a kind in a namespace was answered for, if only by a refusal. */
  wasAnswered: IsRead;
}

/** What was asked for, and what came of it. */
export interface CoverageFacts {
  kinds: Pick<MeshKinds, 'required' | 'omitted' | 'isAbsent'>;
  scope: Scope;
  /** Namespaces of which nothing was read. */
  leftOut: ReadonlySet<string>;
  /**
   * The other kinds, and namespaces in which they were not read, or even not
   * answered for; undefined for all namespaces.
   */
  optional: readonly {
    resource: Resource;
    unread: ReadonlySet<string | undefined>;
    unavailable: ReadonlySet<string | undefined>;
  }[];
  /** One for each object that is left out as malformed. */
  findings: readonly Finding[];
}

/**
 * Prepares the question what was read. Where an object was left out as malformed,
 * one that is not among those read may exist all the same.
 */
export function prepareCoverage({
  kinds,
  scope,
  leftOut,
  optional,
  findings,
}: CoverageFacts): Coverage {
  const unreadOf = new Map<string, Set<string | undefined>>();
  for (const resource of Object.values(kinds.required)) {
    unreadOf.set(kindKey(resource), new Set());
  }
  const unavailableOf = new Map<string, ReadonlySet<string | undefined>>();
  for (const { resource, unread, unavailable } of optional) {
    unreadOf.set(kindKey(resource), new Set(unread));
    unavailableOf.set(kindKey(resource), unavailable);
  }
  for (const { group = '', kind = '' } of kinds.omitted) {
    unreadOf.set(kindKey({ group, kind }), new Set([undefined]));
  }
  for (const { object } of findings) {
    // Whose namespace is not readable may be in any.
    unreadOf.get(kindKey(object))?.add(object.namespace || undefined);
  }

  const isInMesh = (namespace: string) =>
    (scope === undefined || scope.includes(namespace)) &&
    !leftOut.has(namespace);
  return {
    isRead({ namespace, ...kind }) {
      const unread = unreadOf.get(kindKey(kind));
      const isComplete = unread
        ? !includes(unread, namespace)
        : kinds.isAbsent(kind);
      return isComplete && isInMesh(namespace);
    },
    wasAnswered({ namespace, ...kind }) {
      const key = kindKey(kind);
      const unavailable = unavailableOf.get(key) ?? new Set();
      return (
        unreadOf.has(key) &&
        !includes(unavailable, namespace) &&
        isInMesh(namespace)
      );
    },
  };
}

function includes(
  places: ReadonlySet<string | undefined>,
  namespace: string,
): boolean {
  return places.has(undefined) || places.has(namespace);
}
