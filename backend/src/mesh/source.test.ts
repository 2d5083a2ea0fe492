import { parseSource } from './source';

const of = (kind: string) => ({ group: 'sources.knative.dev', kind });
const metadata = { name: 'ping', namespace: 'shop', uid: 'u' };
const parse = (kind: string, spec?: unknown, status?: unknown) =>
  parseSource(of(kind))({ metadata, spec, status });

const plain = {
  ...of('PingSource'),
  metadata: { ...metadata, labels: {}, annotations: {} },
  owners: [],
  ceAttributes: [],
  ceOverrides: [],
  settings: [],
};

describe('parseSource', () => {
  it('needs no more than metadata', () => {
    expect(parse('PingSource')).toEqual(plain);
  });

  it('is the same function for the same kind', () => {
    expect(parseSource(of('PingSource'))).toBe(parseSource(of('PingSource')));
  });

  it('reads everything', () => {
    const source = parse(
      'PingSource',
      {
        schedule: '* * * * *',
        sink: {
          ref: {
            apiVersion: 'eventing.knative.dev/v1',
            kind: 'Broker',
            name: 'default',
            namespace: 'platform',
          },
          uri: '/in',
        },
        ceOverrides: { extensions: { team: 'b', region: 'eu' } },
      },
      {
        sinkUri: 'http://broker/in',
        auth: { serviceAccountName: 'ping-oidc' },
        ceAttributes: [
          {
            type: 'dev.knative.sources.ping',
            source: '/apis/v1/namespaces/shop/pingsources/ping',
          },
        ],
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    );
    expect(source).toEqual({
      ...plain,
      sink: {
        reference: {
          group: 'eventing.knative.dev',
          kind: 'Broker',
          namespace: 'platform',
          name: 'default',
        },
        uri: '/in',
      },
      ceAttributes: [
        {
          type: 'dev.knative.sources.ping',
          source: '/apis/v1/namespaces/shop/pingsources/ping',
        },
      ],
      ceOverrides: [
        { name: 'region', value: 'eu' },
        { name: 'team', value: 'b' },
      ],
      identity: 'system:serviceaccount:shop:ping-oidc',
      settings: [{ name: 'schedule', value: '* * * * *' }],
      sinkUri: 'http://broker/in',
      readiness: { status: 'True', stale: false },
    });
  });
});

describe('the sink of a source (knative.md 4.1)', () => {
  const ref = { apiVersion: 'v1', kind: 'Service', name: 'cart' };
  const cart = { group: '', kind: 'Service', namespace: 'shop', name: 'cart' };
  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ ref }, { reference: cart }],
    [
      { ref: { ...ref, namespace: 'other' } },
      { reference: { ...cart, namespace: 'other' } },
    ],
    [{ uri: 'http://x' }, { uri: 'http://x' }],
    [
      { ref, uri: 'in' },
      { reference: cart, uri: 'in' },
    ],
    [
      { ref: { group: 'acme.example', kind: 'Sink', name: 'cart' } },
      { reference: { ...cart, group: 'acme.example', kind: 'Sink' } },
    ],
  ])('%j', (sink, expected) => {
    expect(parse('PingSource', { sink }).sink).toEqual(expected);
  });
});

describe('what a source states to send (knative.md 4.6)', () => {
  it.each([
    [undefined, []],
    [
      [{ type: 'a' }, { type: 'a', source: '/x' }],
      [{ type: 'a' }, { type: 'a', source: '/x' }],
    ],
    [
      [null, 'x', {}, { source: '/x' }, { type: 7 }, { type: 'a', source: 7 }],
      [{ type: 'a' }],
    ],
    ['x', []],
  ])('%j', (ceAttributes, expected) => {
    const { ceAttributes: read } = parse('PingSource', {}, { ceAttributes });
    expect(read).toEqual(expected);
  });
});

it('takes a name such as __proto__ for one of many', () => {
  const texts = JSON.parse('{"toString":"b","__proto__":"a"}');
  const source = parse('ContainerSource', {
    ceOverrides: { extensions: texts },
    template: { metadata: { labels: texts } },
  });
  expect(source.ceOverrides).toEqual([
    { name: '__proto__', value: 'a' },
    { name: 'toString', value: 'b' },
  ]);
  expect(Object.entries(source.podLabels ?? {})).toEqual([
    ['__proto__', 'a'],
    ['toString', 'b'],
  ]);
});

describe('the workload of a source (knative.md 4.6)', () => {
  const spec = {
    subject: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
    template: { metadata: { labels: { app: 'cart' } } },
  };
  it.each([
    [
      'SinkBinding',
      spec,
      {
        subject: {
          group: 'apps',
          kind: 'Deployment',
          namespace: 'shop',
          name: 'cart',
        },
      },
    ],
    ['SinkBinding', {}, {}],
    ['ContainerSource', spec, { podLabels: { app: 'cart' } }],
    ['ContainerSource', { template: {} }, {}],
    ['ContainerSource', { template: { metadata: { labels: {} } } }, {}],
    // Fields of these names mean something else there.
    ['PingSource', spec, {}],
  ])('%s %j', (kind, written, expected) => {
    const { subject, podLabels } = parse(kind, written);
    expect({ subject, podLabels }).toEqual(expected);
  });
});

describe('a malformed source', () => {
  it.each([
    ['PingSource', 'x', 'spec is not an object'],
    ['PingSource', { sink: 'x' }, 'sink is not an object'],
    ['PingSource', { sink: { ref: { name: 'x' } } }, 'kind is missing'],
    ['PingSource', { ceOverrides: [] }, 'ceOverrides is not an object'],
    [
      'PingSource',
      { ceOverrides: { extensions: { a: 1 } } },
      'a value in extensions is not text',
    ],
    ['SinkBinding', { subject: { kind: 'Job' } }, 'neither name nor selector'],
    ['ContainerSource', { template: 'x' }, 'template is not an object'],
    ['KafkaSource', { topics: 'x' }, 'topics is not a list'],
  ])('is refused: %s %j', (kind, spec, message) => {
    expect(() => parse(kind, spec)).toThrow(message);
  });

  it.each(['x', { sinkUri: 7, auth: 'x', conditions: {} }, { auth: {} }])(
    'is not lost with its status: %j',
    status => {
      expect(parse('PingSource', undefined, status)).toEqual(plain);
    },
  );
});
