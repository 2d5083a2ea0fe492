import { parseSubscription } from './subscription';

const metadata = { name: 's', namespace: 'shop', uid: 'u', generation: 2 };
const channel = {
  apiVersion: 'messaging.knative.dev/v1',
  kind: 'Channel',
  name: 'orders',
};
const cart = { ref: { apiVersion: 'v1', kind: 'Service', name: 'cart' } };
const parse = (spec: object, status?: unknown) =>
  parseSubscription({ metadata, spec: { channel, ...spec }, status });

const orders = {
  group: 'messaging.knative.dev',
  kind: 'Channel',
  namespace: 'shop',
  name: 'orders',
};
const service = (name: string, namespace = 'shop') => ({
  reference: { group: '', kind: 'Service', namespace, name },
});

describe('parseSubscription: channel (knative.md 4.1, 4.4)', () => {
  it.each([
    [channel, orders],
    [
      { ...channel, namespace: 'other' },
      { ...orders, namespace: 'other' },
    ],
    [
      { group: 'messaging.knative.dev', kind: 'Channel', name: 'orders' },
      orders,
    ],
  ])('%j', (written, expected) => {
    expect(parse({ channel: written }).channel).toEqual(expected);
  });
});

describe('parseSubscription: destinations (knative.md 4.1)', () => {
  it.each([
    [{}, {}],
    [{ subscriber: {}, reply: null }, {}],
    [{ subscriber: cart }, { subscriber: service('cart') }],
    [
      { subscriber: { ref: { ...cart.ref, namespace: 'other' } } },
      { subscriber: service('cart', 'other') },
    ],
    [
      { subscriber: { uri: 'http://x/y' } },
      { subscriber: { uri: 'http://x/y' } },
    ],
    [
      { subscriber: { ...cart, uri: '/events' } },
      { subscriber: { ...service('cart'), uri: '/events' } },
    ],
    [
      { subscriber: cart, reply: cart },
      { subscriber: service('cart'), reply: service('cart') },
    ],
    // An identity: all events go to the reply.
    [{ reply: cart }, { reply: service('cart') }],
  ])('%j', (spec, expected) => {
    const { subscriber, reply } = parse(spec);
    expect({ subscriber, reply }).toEqual(expected);
  });
});

it('reads everything else of a Subscription', () => {
  const subscription = parse(
    { delivery: { retry: 3, deadLetterSink: cart } },
    {
      observedGeneration: 2,
      physicalSubscription: { deadLetterSinkUri: 'http://dead' },
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  );
  expect(subscription).toEqual({
    metadata: {
      name: 's',
      namespace: 'shop',
      uid: 'u',
      labels: {},
      annotations: {},
    },
    owners: [],
    generation: 2,
    channel: orders,
    delivery: {
      deadLetterSink: service('cart'),
      settings: new Map([['retry', '3']]),
    },
    deadLetterSinkUri: 'http://dead',
    subscriberResolved: 'unknown',
    readiness: { status: 'True', stale: false },
  });
});

describe('parseSubscription: what its condition says of the subscriber', () => {
  const reason = 'SubscriberResolveFailed';
  const message =
    'Failed to resolve spec.subscriber: failed to get object shop/cart: services "cart" not found';
  it.each([
    ['none', undefined, 2, 'unknown'],
    ['everything resolved', { status: 'True' }, 2, 'yes'],
    ['resolved, of an older generation', { status: 'True' }, 1, 'unknown'],
    ['not found', { status: 'False', reason, message }, 2, 'no'],
    [
      'not found, of an older generation',
      { status: 'False', reason, message },
      1,
      'unknown',
    ],
    [
      'something else of the same name is not found',
      { status: 'False', reason: 'ReplyResolveFailed', message },
      2,
      'unknown',
    ],
    [
      'without address',
      { status: 'False', reason, message: 'address not set for cart' },
      2,
      'unknown',
    ],
    ['undecided', { status: 'Unknown', reason, message }, 2, 'unknown'],
  ])('%s', (_, condition, observedGeneration, expected) => {
    const conditions = condition
      ? [{ type: 'ReferencesResolved', ...condition }]
      : [];
    const { subscriberResolved } = parse(
      { subscriber: cart },
      { observedGeneration, conditions },
    );
    expect(subscriberResolved).toBe(expected);
  });
});

describe('a malformed Subscription', () => {
  it.each([
    [{ channel: undefined }, 'channel is missing'],
    [{ channel: { kind: 'Channel' } }, 'name is missing'],
    [{ subscriber: 'http://x' }, 'subscriber is not an object'],
    [{ reply: { uri: 7 } }, 'uri is not text'],
    [{ delivery: { deadLetterSink: { ref: {} } } }, 'kind is missing'],
  ])('is refused: %j', (spec, message) => {
    expect(() => parse(spec)).toThrow(message);
  });

  it.each(['x', { physicalSubscription: 'x', conditions: [7, {}] }])(
    'is not lost with its status: %j',
    status => {
      expect(parse({}, status)).toEqual(parse({}));
    },
  );
});
