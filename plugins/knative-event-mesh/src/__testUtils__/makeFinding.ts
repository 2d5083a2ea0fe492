import type { MeshFinding } from '../lib/findingsOf';

/** A finding of the environment `demo`: a trigger whose subscriber is missing. */
export function makeFinding(overrides: Partial<MeshFinding> = {}): MeshFinding {
  return {
    id: 'component:payments/default-broker 0',
    entityRef: 'component:payments/default-broker',
    environment: 'demo',
    code: 'subscriberMissing',
    severity: 'error',
    object: {
      group: 'eventing.knative.dev',
      kind: 'Trigger',
      namespace: 'payments',
      name: 'refund-desk',
    },
    message: 'The subscriber Service payments/refund-desk does not exist.',
    action: 'Create it, or change the trigger.',
    ...overrides,
  };
}
