import { parseSink } from './sink';

const kind = { group: 'eventing.knative.dev', kind: 'KafkaSink' };
const metadata = { name: 'out', namespace: 'shop', uid: 'u' };
const plain = {
  ...kind,
  metadata: { ...metadata, labels: {}, annotations: {} },
  owners: [],
  addresses: [],
  settings: [],
};

describe('parseSink', () => {
  it('needs no more than metadata', () => {
    expect(parseSink(kind)({ metadata })).toEqual(plain);
  });

  it('is the same function for the same kind', () => {
    expect(parseSink({ ...kind })).toBe(parseSink(kind));
  });

  it('reads everything', () => {
    const sink = parseSink(kind)({
      metadata,
      spec: { topic: 'orders', bootstrapServers: ['kafka:9092'] },
      status: {
        address: { url: 'http://sink/shop/out' },
        conditions: [
          { type: 'Ready', status: 'False', reason: 'NoTopic' },
          {
            type: 'EventPoliciesReady',
            status: 'True',
            reason: 'OIDCDisabled',
          },
        ],
      },
    });
    expect(sink).toEqual({
      ...plain,
      addresses: ['http://sink/shop/out'],
      settings: [{ name: 'topic', value: 'orders' }],
      authorization: { enforced: 'no', policies: [] },
      readiness: { status: 'False', reason: 'NoTopic', stale: false },
    });
  });

  it('refuses a malformed spec, and passes over a malformed status', () => {
    const parse = (fields: object) => parseSink(kind)({ metadata, ...fields });
    expect(() => parse({ spec: { topic: 7 } })).toThrow('topic is not text');
    expect(parse({ status: 'x' })).toEqual(plain);
  });
});
