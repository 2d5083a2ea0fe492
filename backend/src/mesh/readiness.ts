import type { Readiness } from 'backstage-plugin-knative-event-mesh-common';
import {
  readableObjectAt,
  readableObjectsAt,
  readableTextAt,
  statusOf,
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
  const condition = readableObjectsAt(statusOf(object), 'conditions').find(
    candidate => candidate.type === type,
  );
  return condition && readCondition(condition, isStatusStale(object));
}

/**
 * Reads a condition; what is malformed in it is as good as not there.
 *
 * @param stale - whether the object has changed since its status was written
 */
export function readCondition(
  condition: UnknownObject,
  stale: boolean,
): Condition {
  const reason = readableTextAt(condition, 'reason');
  const message = readableTextAt(condition, 'message');
  const since = readableTextAt(condition, 'lastTransitionTime');
  return {
    status: conditionStatus(condition.status),
    ...(reason ? { reason } : {}),
    ...(message ? { message } : {}),
    ...(since ? { since } : {}),
    stale,
  };
}

/** The status of a condition, as Kubernetes reads it. */
export function conditionStatus(status: unknown): Condition['status'] {
  return status === 'True' || status === 'False' ? status : 'Unknown';
}

/** Whether the controller has not yet seen the object as it is (knative.md 6). */
export function isStatusStale(object: UnknownObject): boolean {
  const generation = readableObjectAt(object, 'metadata')?.generation;
  const observed = statusOf(object).observedGeneration;
  return (
    typeof generation === 'number' &&
    (typeof observed === 'number' ? observed : 0) < generation
  );
}
