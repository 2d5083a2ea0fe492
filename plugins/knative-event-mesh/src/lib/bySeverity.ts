import type { Finding } from 'backstage-plugin-knative-event-mesh-common';

/** The worst first. */
export const severities: Finding['severity'][] = ['error', 'warning', 'info'];

/** The worst first, otherwise as they were. */
export function bySeverity<T extends Pick<Finding, 'severity'>>(
  findings: T[],
): T[] {
  return severities.flatMap(severity =>
    findings.filter(finding => finding.severity === severity),
  );
}
