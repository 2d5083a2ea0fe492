import { describePolicyTarget } from './describePolicyTarget';

const group = 'eventing.knative.dev';

describe('describePolicyTarget', () => {
  it.each([
    [{ group, kind: 'Broker', name: 'default' }, 'Broker default'],
    [
      { group, kind: 'Broker', selector: 'team=payments' },
      'every Broker with team=payments',
    ],
    [{ group, kind: 'Broker' }, 'every Broker'],
  ])('describes %j', (target, expected) => {
    expect(describePolicyTarget(target)).toBe(expected);
  });
});
