import type { MeshFinding } from './findingsOf';

const columns: [string, (finding: MeshFinding) => string][] = [
  ['severity', ({ severity }) => severity],
  ['code', ({ code }) => code],
  ['environment', ({ environment }) => environment],
  ['kind', ({ object }) => object.kind],
  ['namespace', ({ object }) => object.namespace],
  ['name', ({ object }) => object.name],
  ['entity', ({ entityRef }) => entityRef],
  ['message', ({ message }) => message],
  ['action', ({ action }) => action],
];

/** Findings as a table for a spreadsheet (RFC 4180), a row of names first. */
export function findingsAsCsv(findings: MeshFinding[]): string {
  return [
    columns.map(([name]) => name),
    ...findings.map(finding => columns.map(([, valueOf]) => valueOf(finding))),
  ]
    .map(row => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

function cell(value: string): string {
  return `"${harmless(value).replace(/"/g, '""')}"`;
}

/** Spreadsheets take such a cell for a formula, and its text is from the cluster. */
function harmless(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
