import type {
  Finding,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { sortedBy } from './names';

/** Findings in an order that does not depend on the order of the answer. */
export function sortedFindings(findings: Finding[]): Finding[] {
  return sortedBy(
    findings,
    finding => finding.code,
    finding => finding.object.kind,
    finding => finding.object.namespace,
    finding => finding.object.name,
    finding => finding.message,
    finding => JSON.stringify(finding),
  );
}

/** Tells that labels or annotations could not be passed through, if so. */
export function droppedFinding(
  object: ObjectReference,
  dropped: number,
): Finding[] {
  if (dropped === 0) {
    return [];
  }
  return [
    {
      code: 'metadataLeftOut',
      severity: 'info',
      object,
      message: `Labels or annotations that the catalog does not accept were left out: ${dropped}.`,
      action:
        'Give labels values of at most 63 letters, digits, dashes, underscores and dots, and keys that do not differ only in case.',
    },
  ];
}
