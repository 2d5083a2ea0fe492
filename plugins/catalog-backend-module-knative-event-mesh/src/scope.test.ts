import { isInScope } from './scope';

describe('isInScope', () => {
  const payments = { namespace: 'payments' };
  it.each([
    ['everything by default', {}, payments, 'broker', true],
    [
      'a named namespace',
      { namespaces: ['payments'] },
      payments,
      'broker',
      true,
    ],
    ['no other one', { namespaces: ['orders'] }, payments, 'broker', false],
    [
      'no kind that is left out',
      { emit: { brokers: false } },
      payments,
      'broker',
      false,
    ],
    [
      'the other kinds',
      { emit: { brokers: false } },
      payments,
      'channel',
      true,
    ],
    ['event types', { emit: { brokers: false } }, payments, 'eventType', true],
    [
      'what has no role',
      { emit: { brokers: false } },
      payments,
      undefined,
      true,
    ],
  ] as const)('asks for %s', (_, options, object, role, expected) => {
    expect(
      isInScope(
        {
          ...options,
          namespaces:
            'namespaces' in options ? [...options.namespaces] : undefined,
        },
        object,
        role,
      ),
    ).toBe(expected);
  });
});
