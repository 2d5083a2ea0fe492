import { parseChannel } from './channel';

const kind = { group: 'messaging.knative.dev', kind: 'Channel' };
const metadata = { name: 'orders', namespace: 'shop', uid: 'u', generation: 3 };
const parse = (fields: object) => parseChannel(kind)({ metadata, ...fields });

const plain = {
  ...kind,
  metadata: {
    name: 'orders',
    namespace: 'shop',
    uid: 'u',
    labels: {},
    annotations: {},
  },
  owners: [],
  addresses: [],
  subscribers: [],
};

describe('parseChannel', () => {
  it('needs no more than metadata', () => {
    expect(parse({})).toEqual(plain);
  });

  it('is the same function for the same kind, and another for another', () => {
    expect(parseChannel({ ...kind })).toBe(parseChannel(kind));
    const other = { ...kind, kind: 'InMemoryChannel' };
    expect(parseChannel(other)({ metadata }).kind).toBe('InMemoryChannel');
  });

  it('reads everything', () => {
    const ownerReferences = [
      {
        apiVersion: 'eventing.knative.dev/v1',
        kind: 'Broker',
        name: 'default',
        uid: 'b',
        controller: true,
      },
    ];
    const channel = parse({
      metadata: { ...metadata, ownerReferences },
      spec: { delivery: { retry: 3 } },
      status: {
        observedGeneration: 3,
        address: { url: 'http://orders' },
        channel: {
          apiVersion: 'messaging.knative.dev/v1',
          kind: 'InMemoryChannel',
          name: 'orders',
        },
        deadLetterSinkUri: 'http://dead',
        conditions: [
          { type: 'Ready', status: 'True' },
          {
            type: 'EventPoliciesReady',
            status: 'True',
            reason: 'OIDCDisabled',
          },
        ],
      },
    });
    expect(channel).toEqual({
      ...plain,
      owners: [
        {
          group: 'eventing.knative.dev',
          kind: 'Broker',
          name: 'default',
          uid: 'b',
          controller: true,
        },
      ],
      backing: {
        ...kind,
        kind: 'InMemoryChannel',
        namespace: 'shop',
        name: 'orders',
      },
      addresses: ['http://orders'],
      delivery: { settings: new Map([['retry', '3']]) },
      deadLetterSinkUri: 'http://dead',
      authorization: { enforced: 'no', policies: [] },
      readiness: { status: 'True', stale: false },
    });
  });
});

describe('what a channel says of its subscribers (knative.md 4.4)', () => {
  const subscribersOf = (subscribers: unknown, observedGeneration = 3) =>
    parse({ status: { observedGeneration, subscribers } }).subscribers;

  it.each([
    [
      { uid: 's', observedGeneration: 2, ready: 'True' },
      {
        uid: 's',
        observedGeneration: 2,
        readiness: { status: 'True', stale: false },
      },
    ],
    [
      { uid: 's', ready: 'False', message: 'no such host' },
      {
        uid: 's',
        readiness: { status: 'False', message: 'no such host', stale: false },
      },
    ],
    [
      { uid: 's' },
      { uid: 's', readiness: { status: 'Unknown', stale: false } },
    ],
    [
      { uid: 's', observedGeneration: '2', ready: true, message: 7 },
      { uid: 's', readiness: { status: 'Unknown', stale: false } },
    ],
  ])('%j', (subscriber, expected) => {
    expect(subscribersOf([subscriber])).toEqual([expected]);
  });

  it('is stale if the channel has changed since', () => {
    const [{ readiness }] = subscribersOf([{ uid: 's', ready: 'True' }], 2);
    expect(readiness).toEqual({ status: 'True', stale: true });
  });

  it('passes over what is malformed', () => {
    const good = { uid: 's', ready: 'True' };
    expect(subscribersOf([null, 'x', { uid: 7 }, {}, good])).toHaveLength(1);
    expect(subscribersOf('x')).toEqual([]);
  });
});

describe('a malformed channel', () => {
  it.each([
    [{ spec: 'x' }, 'spec is not an object'],
    [{ spec: { delivery: [] } }, 'delivery is not an object'],
    [{ metadata: { name: 'orders' } }, 'namespace is missing'],
  ])('is refused: %j', (fields, message) => {
    expect(() => parse(fields)).toThrow(message);
  });

  it.each([
    'x',
    [],
    { conditions: 'x', channel: 'x', addresses: 7, deadLetterSinkUri: {} },
    { channel: { kind: 'InMemoryChannel' }, policies: {} },
  ])('is not lost with its status: %j', status => {
    expect(parse({ status })).toEqual(plain);
  });
});
