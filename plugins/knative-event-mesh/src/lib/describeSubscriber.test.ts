import { describeSubscriber } from './describeSubscriber';

const reference = {
  group: '',
  kind: 'Service',
  namespace: 'payments',
  name: 'ledger',
};

describe('describeSubscriber', () => {
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
  ] as const)('describes %j', (subscriber, expected) => {
    expect(describeSubscriber(subscriber)).toBe(expected);
  });
});
