import { describeDestination } from './describeDestination';

const reference = {
  group: '',
  kind: 'Service',
  namespace: 'payments',
  name: 'ledger',
};

describe('describeDestination', () => {
  it.each([
    [{ reference, found: 'yes' }, 'Service payments/ledger'],
    [
      { reference, uri: '/events', found: 'yes' },
      'Service payments/ledger, path /events',
    ],
    [
      { uri: 'https://example.com/in', found: 'unknown' },
      'https://example.com/in',
    ],
    [{ found: 'unknown' }, 'no subscriber'],
  ] as const)('describes %j', (destination, expected) => {
    expect(describeDestination(destination)).toBe(expected);
  });
});
