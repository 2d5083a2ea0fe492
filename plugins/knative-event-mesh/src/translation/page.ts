/** Texts around the parts of the Event Mesh page. */
export const pageMessages = {
  title: 'Event Mesh',
  tabs: {
    overview: 'Overview',
    'event-types': 'Event types',
    topology: 'Topology',
    findings: 'Findings',
    'try-an-event': 'Try an event',
  },
} as const;
