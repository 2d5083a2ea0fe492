import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import { bySeverity } from './bySeverity';

function finding(code: string, severity: Finding['severity']): Finding {
  return {
    code,
    severity,
    object: { group: '', kind: 'Service', namespace: 'payments', name: 'a' },
    message: code,
    action: '',
  };
}

describe('bySeverity', () => {
  it('has the worst first and keeps the order of what is equally bad', () => {
    expect(
      bySeverity([
        finding('a', 'info'),
        finding('b', 'error'),
        finding('c', 'warning'),
        finding('d', 'error'),
      ]).map(({ code }) => code),
    ).toEqual(['b', 'd', 'c', 'a']);
  });
});
