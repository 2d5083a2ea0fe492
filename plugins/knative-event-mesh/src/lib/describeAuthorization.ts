import type { Authorization } from 'backstage-plugin-knative-event-mesh-common';

/** What Knative's `default-authorization-mode` means for a sender. */
const modes: Record<string, string> = {
  'allow-all': 'every authenticated sender is allowed',
  'deny-all': 'no sender is allowed',
  'allow-same-namespace': 'senders of the same namespace are allowed',
};

/** Who may send events to an object, in one sentence. */
export function describeAuthorization(authorization?: Authorization): string {
  const { enforced = 'unknown', mode, policies = [] } = authorization ?? {};

  if (enforced === 'no') {
    return 'Everybody: authentication is not enabled in this cluster.';
  }
  if (policies.length > 0) {
    const allowed = `${
      policies.length === 1 ? 'EventPolicy' : 'EventPolicies'
    } ${policies.join(', ')}`;
    return enforced === 'yes'
      ? `Who is allowed to by ${allowed}.`
      : `Not known; ${allowed} would apply.`;
  }
  if (enforced === 'unknown') {
    return 'Not known.';
  }
  if (mode === undefined) {
    return 'No EventPolicy applies; what holds then is not known.';
  }
  return `No EventPolicy applies, so that ${
    modes[mode] ?? 'the default holds'
  } (${mode}).`;
}
