import type { Finding } from 'backstage-plugin-knative-event-mesh-common';

/** How bad findings are, in words. */
export const severityNames: Record<Finding['severity'], string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
};
