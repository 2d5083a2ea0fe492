import { parseFlow } from './flow';

const metadata = { name: 'f', namespace: 'shop', uid: 'u', generation: 2 };
const sequence = { group: 'flows.knative.dev', kind: 'Sequence' };
const parallel = { group: 'flows.knative.dev', kind: 'Parallel' };
const transform = { group: 'eventing.knative.dev', kind: 'EventTransform' };
const requestReply = { group: 'eventing.knative.dev', kind: 'RequestReply' };

const parse = (kind: typeof sequence, spec?: unknown, status?: unknown) =>
  parseFlow(kind)({ metadata, spec, status });

const to = (name: string) => ({
  ref: { apiVersion: 'v1', kind: 'Service', name },
});
const service = (name: string) => ({
  reference: { group: '', kind: 'Service', namespace: 'shop', name },
});
const ready = (status: string, reason?: string) => ({
  ready: { type: 'Ready', status, reason },
});

describe('parseFlow', () => {
  it.each([sequence, parallel, transform])('needs no spec: %j', kind => {
    expect(parse(kind)).toEqual({
      ...kind,
      metadata: {
        name: 'f',
        namespace: 'shop',
        uid: 'u',
        labels: {},
        annotations: {},
      },
      owners: [],
      addresses: [],
      steps: [],
    });
  });

  it('is the same function for the same kind', () => {
    expect(parseFlow({ ...sequence })).toBe(parseFlow(sequence));
  });

  it('reads what every kind has', () => {
    const flow = parse(transform, undefined, {
      observedGeneration: 2,
      address: { url: 'http://f' },
      conditions: [
        { type: 'Ready', status: 'True' },
        { type: 'EventPoliciesReady', status: 'True', reason: 'OIDCDisabled' },
      ],
    });
    expect(flow).toMatchObject({
      addresses: ['http://f'],
      authorization: { enforced: 'no', policies: [] },
      readiness: { status: 'True', stale: false },
    });
  });

  it('knows no steps of a kind that it does not know', () => {
    const other = { group: 'acme.example', kind: 'Sequence' };
    const { steps, reply } = parse(other, { steps: [to('a')], reply: to('b') });
    expect({ steps, reply }).toEqual({ steps: [] });
  });
});

describe('where a flow sends what comes out', () => {
  const broker = { kind: 'Broker', name: 'default' };
  const apiVersion = 'eventing.knative.dev/v1';
  const brokerReference = {
    group: 'eventing.knative.dev',
    kind: 'Broker',
    namespace: 'shop',
    name: 'default',
  };
  it.each([
    [sequence, { reply: to('a') }, service('a')],
    [parallel, { reply: { uri: 'http://x' } }, { uri: 'http://x' }],
    [parallel, { reply: {} }, undefined],
    [transform, { sink: to('a'), reply: { discard: true } }, service('a')],
    [transform, { reply: { discard: true } }, undefined],
    [
      requestReply,
      { brokerRef: { ...broker, apiVersion } },
      { reference: brokerReference },
    ],
    [
      requestReply,
      { brokerRef: { ...broker, apiVersion, namespace: 'platform' } },
      { reference: { ...brokerReference, namespace: 'platform' } },
    ],
  ])('%j %j', (kind, spec, expected) => {
    const { steps, reply } = parse(kind, spec);
    expect(reply).toEqual(expected);
    expect(steps).toEqual([]);
  });
});

describe('the steps of a Sequence', () => {
  const spec = {
    steps: [
      { ...to('a'), delivery: { retry: 3 } },
      { uri: 'http://b' },
      { ...to('c'), uri: '/c' },
      {},
    ],
  };

  it('are destinations with a delivery', () => {
    expect(parse(sequence, spec).steps).toEqual([
      {
        subscriber: service('a'),
        delivery: { settings: new Map([['retry', '3']]) },
      },
      { subscriber: { uri: 'http://b' } },
      { subscriber: { ...service('c'), uri: '/c' } },
      {},
    ]);
  });

  it.each([
    ['both ready', ready('True'), ready('True'), { status: 'True' }],
    [
      'the channel is not',
      ready('False', 'c'),
      ready('Unknown', 's'),
      { status: 'False', reason: 'c' },
    ],
    [
      'the Subscription is not',
      ready('Unknown', 'c'),
      ready('False', 's'),
      { status: 'False', reason: 's' },
    ],
    [
      'the Subscription is not yet',
      ready('True', 'c'),
      ready('Unknown', 's'),
      { status: 'Unknown', reason: 's' },
    ],
    ['one is not written yet', undefined, ready('True'), { status: 'True' }],
    ['malformed', 'x', { ready: 7 }, undefined],
  ])('are as ready as both of their parts: %s', (_, one, other, expected) => {
    const { steps } = parse(sequence, spec, {
      observedGeneration: 2,
      channelStatuses: [null, one],
      subscriptionStatuses: ['x', other],
    });
    expect(steps[0].readiness).toBeUndefined();
    expect(steps[1].readiness).toEqual(
      expected && { ...expected, stale: false },
    );
  });

  it('have a stale readiness after a change', () => {
    const { steps } = parse(sequence, spec, {
      observedGeneration: 1,
      subscriptionStatuses: [ready('True')],
    });
    expect(steps[0].readiness).toEqual({ status: 'True', stale: true });
  });
});

describe('the branches of a Parallel', () => {
  it('have all four parts', () => {
    const branch = {
      filter: to('f'),
      subscriber: to('s'),
      reply: { uri: 'http://r' },
      delivery: { deadLetterSink: to('d') },
    };
    const { steps } = parse(parallel, {
      branches: [branch, { subscriber: to('t') }],
    });
    expect(steps).toEqual([
      {
        filter: service('f'),
        subscriber: service('s'),
        reply: { uri: 'http://r' },
        delivery: { deadLetterSink: service('d'), settings: new Map() },
      },
      { subscriber: service('t') },
    ]);
  });

  it.each([
    ['filterChannelStatus'],
    ['filterSubscriptionStatus'],
    ['subscriberSubscriptionStatus'],
  ])('are not ready without %s', part => {
    const all = {
      filterChannelStatus: ready('True'),
      filterSubscriptionStatus: ready('True'),
      subscriberSubscriptionStatus: ready('True'),
    };
    const readinessWith = (branchStatus: object) =>
      parse(
        parallel,
        { branches: [{ subscriber: to('s') }] },
        { observedGeneration: 2, branchStatuses: [branchStatus] },
      ).steps[0].readiness;
    expect(readinessWith(all)).toEqual({ status: 'True', stale: false });
    expect(readinessWith({ ...all, [part]: ready('False', part) })).toEqual({
      status: 'False',
      reason: part,
      stale: false,
    });
  });
});

describe('a malformed flow', () => {
  it.each([
    [sequence, 'x', 'spec is not an object'],
    [sequence, { steps: {} }, 'steps is not a list'],
    [sequence, { steps: ['a'] }, 'an element of steps is not an object'],
    [sequence, { steps: [{ ref: {} }] }, 'kind is missing'],
    [sequence, { reply: 'x' }, 'reply is not an object'],
    [parallel, { branches: [7] }, 'an element of branches is not an object'],
    [parallel, { branches: [{ filter: 7 }] }, 'filter is not an object'],
    [transform, { sink: 'x' }, 'sink is not an object'],
    [requestReply, {}, 'brokerRef is missing'],
    [requestReply, undefined, 'brokerRef is missing'],
  ])('is refused: %j %j', (kind, spec, message) => {
    expect(() => parse(kind, spec)).toThrow(message);
  });

  it.each(['x', { channelStatuses: 'x', subscriptionStatuses: {} }])(
    'is not lost with its status: %j',
    status => {
      const spec = { steps: [to('a')] };
      expect(parse(sequence, spec, status)).toEqual(parse(sequence, spec));
    },
  );
});
