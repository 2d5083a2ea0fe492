import type {
  Finding,
  ObjectReference,
  Readiness,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  BROKER,
  EVENT_POLICY,
  EVENT_TYPE,
  SUBSCRIPTION,
  TRIGGER,
} from '../knative';
import { finding } from './codes';
import { referenceOf, type FindingContext } from './context';
import { nameOf } from './words';

/**
 * A finding for everything that says of itself that it is not ready, and has not
 * changed since.
 */
export function readinessFindings({ mesh }: FindingContext): Finding[] {
  return [...stated(mesh)].flatMap(([object, readiness]) => {
    if (readiness?.status !== 'False' || readiness.stale) {
      return [];
    }
    return isNotEnforced(readiness)
      ? finding(
          'policyNotEnforced',
          object,
          `${nameOf(
            object,
          )} is not enforced, because authentication is not enabled in the cluster: everybody may send.`,
          `Enable the feature authentication-oidc of Knative Eventing, or delete the policy.`,
        )
      : finding(
          'notReady',
          object,
          `${nameOf(object)} is not ready${reasonOf(readiness)}.`,
          `See what it waits for: kubectl describe ${object.kind.toLowerCase()} ${
            object.name
          } -n ${object.namespace}`,
        );
  });
}

function reasonOf({ reason, message }: Readiness): string {
  const why = [reason, message?.replace(/\.$/, '')].filter(Boolean);
  return why.length > 0 ? `: ${why.join(': ')}` : '';
}

/** The state of an EventPolicy (knative.md 6). */
function isNotEnforced({ reason }: Readiness): boolean {
  return reason === 'OIDCAuthenticationDisabled';
}

function* stated(
  mesh: FindingContext['mesh'],
): Generator<[ObjectReference, Readiness | undefined], void> {
  const ofOneKind = [
    [BROKER, mesh.brokers],
    [EVENT_TYPE, mesh.eventTypes],
    [TRIGGER, mesh.triggers],
    [SUBSCRIPTION, mesh.subscriptions],
    [EVENT_POLICY, mesh.policies],
  ] as const;
  for (const [kind, objects] of ofOneKind) {
    for (const { namespace, name, readiness } of objects) {
      yield [{ ...kind, namespace, name }, readiness];
    }
  }
  for (const objects of [
    mesh.subscribables,
    mesh.sources,
    mesh.sinks,
    mesh.flows,
  ]) {
    for (const object of objects) {
      yield [referenceOf(object), object.readiness];
    }
  }
}
