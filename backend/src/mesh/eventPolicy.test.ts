import { parseEventPolicy } from './eventPolicy';

const metadata = { name: 'p', namespace: 'shop', uid: 'u' };
const parse = (spec?: unknown, status?: unknown) =>
  parseEventPolicy({ metadata, spec, status });

const plain = {
  metadata: { ...metadata, labels: {}, annotations: {} },
  owners: [],
  to: [],
  from: [],
  subjects: [],
};
const apiVersion = 'eventing.knative.dev/v1';
const broker = { group: 'eventing.knative.dev', kind: 'Broker' };

describe('parseEventPolicy (knative.md 6)', () => {
  it('needs no more than metadata', () => {
    expect(parse()).toEqual(plain);
  });

  it.each([
    [undefined, []],
    [[], []],
    [
      [{ ref: { apiVersion, kind: 'Broker', name: 'default' } }],
      [{ ...broker, name: 'default' }],
    ],
    [
      [
        {
          selector: {
            apiVersion,
            kind: 'Broker',
            matchLabels: { app: 'shop' },
            matchExpressions: [{ key: 'old', operator: 'DoesNotExist' }],
          },
        },
      ],
      [{ ...broker, selector: 'app=shop,!old' }],
    ],
    [[{ selector: { apiVersion, kind: 'Broker', matchLabels: {} } }], [broker]],
  ])('what it is about: %j', (to, expected) => {
    expect(parse({ to }).to).toEqual(expected);
  });

  it.each([
    [undefined, []],
    [
      [
        {
          ref: {
            apiVersion: 'sources.knative.dev/v1',
            kind: 'PingSource',
            name: 'ping',
          },
        },
        {
          ref: {
            apiVersion: 'sources.knative.dev/v1',
            kind: 'PingSource',
            name: 'ping',
            namespace: 'other',
          },
        },
        { sub: 'system:serviceaccount:other:*' },
      ],
      [
        {
          reference: {
            group: 'sources.knative.dev',
            kind: 'PingSource',
            namespace: 'shop',
            name: 'ping',
          },
        },
        {
          reference: {
            group: 'sources.knative.dev',
            kind: 'PingSource',
            namespace: 'other',
            name: 'ping',
          },
        },
        { subject: 'system:serviceaccount:other:*' },
      ],
    ],
  ])('who may send: %j', (from, expected) => {
    expect(parse({ from }).from).toEqual(expected);
  });

  it.each([
    [
      ['b', 'a', 'b'],
      ['a', 'b'],
    ],
    [['a', 7, null], ['a']],
    ['a', []],
  ])('who may send, resolved: %j', (from, expected) => {
    expect(parse({}, { from }).subjects).toEqual(expected);
  });

  it('reads filters and readiness', () => {
    const filters = [{ cesql: "type = 'a'" }];
    const conditions = [
      { type: 'Ready', status: 'False', reason: 'OIDCAuthenticationDisabled' },
    ];
    expect(parse({ filters }, { conditions })).toEqual({
      ...plain,
      filters,
      readiness: {
        status: 'False',
        reason: 'OIDCAuthenticationDisabled',
        stale: false,
      },
    });
  });

  it.each([
    ['x', 'spec is not an object'],
    [{ to: {} }, 'to is not a list'],
    [{ to: ['x'] }, 'an element of to is not an object'],
    [{ to: [{}] }, 'an element of to has neither ref nor selector'],
    [{ to: [{ ref: { kind: 'Broker' } }] }, 'name is missing'],
    [{ to: [{ ref: { name: 'default' } }] }, 'kind is missing'],
    [{ to: [{ selector: { matchLabels: {} } }] }, 'kind is missing'],
    // For Knative, these are no objects at all, not all of them.
    [{ to: [{ selector: { kind: 'Broker' } }] }, 'names no labels'],
    [{ from: [{}] }, 'sub is missing'],
    [{ from: [{ sub: 7 }] }, 'sub is not text'],
    [{ from: [{ ref: { kind: 'PingSource' } }] }, 'name is missing'],
    [{ filters: {} }, 'filters is not a list'],
  ])('refuses %j', (spec, message) => {
    expect(() => parse(spec)).toThrow(message);
  });
});
