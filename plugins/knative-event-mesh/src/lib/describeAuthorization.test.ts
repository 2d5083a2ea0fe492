import type { Authorization } from 'backstage-plugin-knative-event-mesh-common';
import { describeAuthorization } from './describeAuthorization';

describe('describeAuthorization', () => {
  it.each<[Authorization | undefined, RegExp]>([
    [undefined, /^Not known\.$/],
    [{ enforced: 'unknown', policies: [] }, /^Not known\.$/],
    [{ enforced: 'no', policies: ['a/b'] }, /^Everybody: .* not enabled/],
    [
      { enforced: 'yes', policies: ['payments/checkout'] },
      /^Who is allowed to by EventPolicy payments\/checkout\.$/,
    ],
    [
      { enforced: 'yes', policies: ['a/b', 'a/c'] },
      /by EventPolicies a\/b, a\/c\.$/,
    ],
    [
      { enforced: 'unknown', policies: ['a/b'] },
      /^Not known; EventPolicy a\/b would apply\.$/,
    ],
    [
      { enforced: 'yes', mode: 'allow-same-namespace', policies: [] },
      /senders of the same namespace are allowed \(allow-same-namespace\)/,
    ],
    [
      { enforced: 'yes', mode: 'deny-all', policies: [] },
      /no sender is allowed/,
    ],
    [
      { enforced: 'yes', mode: 'allow-some', policies: [] },
      /the default holds \(allow-some\)/,
    ],
    [{ enforced: 'yes', policies: [] }, /what holds then is not known/],
  ])('describes %j', (authorization, expected) => {
    expect(describeAuthorization(authorization)).toMatch(expected);
  });
});
