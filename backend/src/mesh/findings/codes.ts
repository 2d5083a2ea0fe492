import type {
  Finding,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';

/**
 * Every finding of the service, with its severity. `error`: events do not arrive,
 * or this service cannot tell. `warning`: events get lost, or somebody is likely
 * mistaken. `info`: worth knowing. docs/findings.md explains each of them.
 */
export const severityOf = {
  brokerMissing: 'error',
  channelMissing: 'error',
  deadLetterSinkHidden: 'warning',
  deadLetterSinkMissing: 'error',
  differentSchemas: 'warning',
  eventTypeNotConsumed: 'info',
  filterNotEvaluated: 'warning',
  filtersIgnored: 'warning',
  invalidFilter: 'error',
  malformedObject: 'error',
  noDeadLetterSink: 'warning',
  noSchema: 'info',
  notReady: 'error',
  policyNotEnforced: 'warning',
  providerMissing: 'warning',
  replyMissing: 'error',
  sinkMissing: 'error',
  subscriberMissing: 'error',
  subscriberNotLinked: 'info',
  triggerMatchesNothing: 'info',
  workloadMissing: 'warning',
} as const satisfies Record<string, Finding['severity']>;

export type FindingCode = keyof typeof severityOf;

/** Makes a finding. */
export function finding(
  code: FindingCode,
  object: ObjectReference,
  message: string,
  action: string,
): Finding {
  return { code, severity: severityOf[code], object, message, action };
}
