import type { Readiness } from 'backstage-plugin-knative-event-mesh-common';
import {
  isObject,
  listAt,
  objectAt,
  textAt,
  type UnknownObject,
} from './guards';

/** One of the conditions in an object's status. */
export interface Condition {
  status: Readiness['status'];
  reason?: string;
  message?: string;
  /** RFC 3339. */
  since?: string;
  /** Whether the object has changed since the status was written. */
  stale: boolean;
}

/**
 * Finds a condition such as `Ready`. It is stale when the controller has not
 * yet seen the object as it is (knative.md 6).
 *
 * @returns undefined if the object does not have it
 */
export function findCondition(
  object: UnknownObject,
  type: string,
): Condition | undefined {
  const status = objectAt(object, 'status') ?? {};
  const condition = listAt(status, 'conditions')
    .filter(isObject)
    .find(candidate => candidate.type === type);
  if (!condition) {
    return undefined;
  }
  const reason = textAt(condition, 'reason');
  const message = textAt(condition, 'message');
  const since = textAt(condition, 'lastTransitionTime');
  return {
    status:
      condition.status === 'True' || condition.status === 'False'
        ? condition.status
        : 'Unknown',
    ...(reason ? { reason } : {}),
    ...(message ? { message } : {}),
    ...(since ? { since } : {}),
    stale: isStale(object, status),
  };
}

function isStale(object: UnknownObject, status: UnknownObject): boolean {
  const generation = objectAt(object, 'metadata')?.generation;
  const observed = status.observedGeneration;
  return (
    typeof generation === 'number' &&
    (typeof observed === 'number' ? observed : 0) < generation
  );
}
