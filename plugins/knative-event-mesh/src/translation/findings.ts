/** Texts of the page Findings; the findings themselves are the service's. */
export const findingsMessages = {
  introduction:
    'What is wrong in the event mesh, or worth knowing, and what to do about it.',
  what: 'findings',
  none: {
    title: 'There are no findings.',
    description:
      'Nothing is wrong in what was read of the event mesh. The overview says whether all of it was read.',
  },
  shown: '{{shown}} of {{all}} findings',
  exportAsCsv: 'Export as CSV',
  noneFits: 'No finding fits these conditions.',
  showAll: 'Show all findings',
  filters: {
    text: 'Text',
    textPlaceholder: 'Object, sentence, what to do',
    severity: 'Severity',
    allSeverities: 'All severities',
    environment: 'Environment',
    allEnvironments: 'All environments',
    code: 'Code',
    allCodes: 'All codes',
  },
  table: {
    title: 'Findings',
    object: 'Object',
    inEnvironment: 'in {{environment}}',
    severityAndCode: 'Severity and code',
    found: 'What is found',
    action: 'What to do',
  },
  codes: 'What the codes mean',
} as const;
