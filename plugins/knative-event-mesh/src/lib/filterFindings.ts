import { describeReference } from './describeReference';
import type { MeshFinding } from './findingsOf';

/** What findings are looked for; an empty text is no condition. */
export interface FindingFilter {
  severity: string;
  environment: string;
  code: string;
  /** Words that all have to occur somewhere, in either case. */
  text: string;
}

/** The findings that fit all conditions, in their order. */
export function filterFindings(
  findings: MeshFinding[],
  { severity, environment, code, text }: FindingFilter,
): MeshFinding[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return findings.filter(
    finding =>
      (!severity || finding.severity === severity) &&
      (!environment || finding.environment === environment) &&
      (!code || finding.code === code) &&
      containsAll(textOf(finding), words),
  );
}

function containsAll(text: string, words: string[]): boolean {
  const lowerCase = text.toLowerCase();
  return words.every(word => lowerCase.includes(word));
}

function textOf({ object, code, message, action, environment }: MeshFinding) {
  return [describeReference(object), code, message, action, environment].join(
    ' ',
  );
}
