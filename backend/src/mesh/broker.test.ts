import { parseBroker } from './broker';

const metadata = { name: 'default', namespace: 'shop', uid: 'u' };
const plain = {
  metadata: { ...metadata, labels: {}, annotations: {} },
  owners: [],
  addresses: [],
};

describe('parseBroker', () => {
  it.each([
    ['no status', {}, plain],
    [
      'address',
      { status: { address: { url: 'http://a' } } },
      { ...plain, addresses: ['http://a'] },
    ],
    [
      'several addresses (knative.md 4.1)',
      {
        status: {
          address: { url: 'http://a' },
          addresses: [{ name: 'https', url: 'https://b' }, { url: 'http://a' }],
        },
      },
      { ...plain, addresses: ['https://b', 'http://a'] },
    ],
    [
      'readiness',
      { status: { conditions: [{ type: 'Ready', status: 'True' }] } },
      { ...plain, readiness: { status: 'True', stale: false } },
    ],
    [
      'delivery, and where its dead letter sink is',
      {
        spec: { delivery: { timeout: 'PT5S' } },
        status: { deadLetterSinkUri: 'http://dead' },
      },
      {
        ...plain,
        delivery: { settings: new Map([['timeout', 'PT5S']]) },
        deadLetterSinkUri: 'http://dead',
      },
    ],
    [
      'authorization',
      {
        status: {
          conditions: [
            {
              type: 'EventPoliciesReady',
              status: 'True',
              reason: 'OIDCDisabled',
            },
          ],
        },
      },
      { ...plain, authorization: { enforced: 'no', policies: [] } },
    ],
    ['a malformed status', { status: 'x' }, plain],
    [
      'a status with malformed parts',
      { status: { address: 'x', conditions: {}, deadLetterSinkUri: 7 } },
      plain,
    ],
  ])('%s', (_, object, expected) => {
    expect(parseBroker({ metadata, ...object })).toEqual(expected);
  });

  it('takes the class from its annotation', () => {
    const annotations = { 'eventing.knative.dev/broker.class': 'Kafka' };
    const object = { metadata: { ...metadata, annotations } };
    expect(parseBroker(object).brokerClass).toBe('Kafka');
  });

  it('refuses a malformed delivery', () => {
    const object = { metadata, spec: { delivery: 'x' } };
    expect(() => parseBroker(object)).toThrow('delivery is not an object');
  });
});
