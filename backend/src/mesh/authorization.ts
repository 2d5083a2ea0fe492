import type { Authorization } from 'backstage-plugin-knative-event-mesh-common';
import {
  readableObjectAt,
  readableObjectsAt,
  readableTextAt,
  statusOf,
  type UnknownObject,
} from './guards';
import { findCondition, type Condition } from './readiness';

/** What RequestReply says: it does not look at policies. */
const NOT_IMPLEMENTED = 'NotImplemented';
const DEFAULT_MODE = 'DefaultAuthorizationMode';
const OIDC_DISABLED = 'OIDCDisabled';

/**
 * Reads from the status of an object who may send events to it (knative.md 6).
 *
 * @returns undefined if the status says nothing of it, as before Knative 1.15
 */
export function parseAuthorization(
  object: UnknownObject,
): Authorization | undefined {
  const condition = findCondition(object, 'EventPoliciesReady');
  if (!condition || condition.reason === NOT_IMPLEMENTED) {
    return undefined;
  }
  const policies = parsePolicies(object);
  const mode = defaultMode(condition);
  return {
    enforced: isEnforced(condition, policies),
    ...(mode ? { mode } : {}),
    policies,
  };
}

/**
 * Policies in the status are ready, which they only are where authentication is
 * enabled. Without any, a failed condition leaves open whether it is.
 */
function isEnforced(
  { stale, status, reason }: Condition,
  policies: readonly string[],
): Authorization['enforced'] {
  if (stale) {
    return 'unknown';
  }
  if (policies.length > 0) {
    return 'yes';
  }
  if (status !== 'True') {
    return 'unknown';
  }
  if (reason === OIDC_DISABLED) {
    return 'no';
  }
  return reason === DEFAULT_MODE ? 'yes' : 'unknown';
}

/** Knative writes the mode in quotation marks into the message. */
function defaultMode({ reason, message }: Condition): string | undefined {
  return reason === DEFAULT_MODE ? message?.split('"')[1] : undefined;
}

/** A policy is always in the namespace of what it applies to. */
function parsePolicies(object: UnknownObject): string[] {
  const metadata = readableObjectAt(object, 'metadata') ?? {};
  const namespace = readableTextAt(metadata, 'namespace') ?? '';
  const names = readableObjectsAt(statusOf(object), 'policies').flatMap(
    policy => readableTextAt(policy, 'name') ?? [],
  );
  return [...new Set(names)].sort().map(name => `${namespace}/${name}`);
}
