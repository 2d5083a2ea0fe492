import { parseBroker } from './broker';

const metadata = { name: 'default', namespace: 'shop', uid: 'u' };
const plain = { ...metadata, labels: {}, annotations: {} };

describe('parseBroker', () => {
  it.each([
    ['no status', {}, { metadata: plain }],
    [
      'address',
      { status: { address: { url: 'http://a' } } },
      { metadata: plain, address: 'http://a' },
    ],
    [
      'the first of several addresses (knative.md 4.1)',
      {
        status: {
          address: { url: 'http://a' },
          addresses: [{ name: 'https', url: 'https://b' }, { url: 'http://a' }],
        },
      },
      { metadata: plain, address: 'https://b' },
    ],
    [
      'readiness',
      { status: { conditions: [{ type: 'Ready', status: 'True' }] } },
      { metadata: plain, readiness: { status: 'True', stale: false } },
    ],
  ])('%s', (_, object, expected) => {
    expect(parseBroker({ metadata, ...object })).toEqual(expected);
  });

  it('takes the class from its annotation', () => {
    const annotations = { 'eventing.knative.dev/broker.class': 'Kafka' };
    const object = { metadata: { ...metadata, annotations } };
    expect(parseBroker(object).brokerClass).toBe('Kafka');
  });
});
