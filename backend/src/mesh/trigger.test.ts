import { parseTrigger } from './trigger';

const metadata = { name: 't', namespace: 'shop', uid: 'u', generation: 2 };
const ref = { apiVersion: 'v1', kind: 'Service', name: 'cart' };

function parse(spec: object, status?: object) {
  return parseTrigger({
    metadata,
    spec: { broker: 'default', ...spec },
    status,
  });
}

describe('parseTrigger: broker (knative.md 3.1)', () => {
  it.each([
    [{}, { namespace: 'shop', name: 'default' }],
    [{ brokerRef: { name: 'other' } }, { namespace: 'shop', name: 'other' }],
    [
      { brokerRef: { name: 'other', namespace: 'platform' } },
      { namespace: 'platform', name: 'other' },
    ],
    [
      { broker: undefined, brokerRef: { name: 'other' } },
      { namespace: 'shop', name: 'other' },
    ],
  ])('%j', (spec, expected) => {
    expect(parse(spec).broker).toEqual(expected);
  });
});

describe('parseTrigger: filters', () => {
  it.each([
    [{}, undefined, undefined],
    [{ filter: {} }, undefined, undefined],
    [{ filter: null, filters: null }, undefined, undefined],
    [{ filter: { attributes: {} }, filters: [] }, undefined, undefined],
    [{ filter: { attributes: { type: 'a' } } }, { type: 'a' }, undefined],
    [{ filters: [{ cesql: 'TRUE' }] }, undefined, [{ cesql: 'TRUE' }]],
  ])('%j', (spec, filter, filters) => {
    const trigger = parse(spec);
    expect(trigger.filter).toEqual(filter);
    expect(trigger.filters).toEqual(filters);
  });
});

describe('parseTrigger: subscriber', () => {
  it.each([
    [{}, undefined],
    [{ subscriber: {} }, undefined],
    [
      { subscriber: { ref, uri: '/events' } },
      {
        reference: {
          group: '',
          kind: 'Service',
          namespace: 'shop',
          name: 'cart',
        },
        uri: '/events',
      },
    ],
    [{ subscriber: { uri: 'http://x' } }, { uri: 'http://x' }],
  ])('%j', (spec, expected) => {
    expect(parse(spec).subscriber).toEqual(expected);
  });
});

describe('parseTrigger: what its condition says of the subscriber', () => {
  const notFound = 'failed to get object shop/cart: services "cart" not found';
  it.each([
    ['none', undefined, undefined, 2, 'unknown'],
    ['resolved', 'True', undefined, 2, 'yes'],
    ['resolved, of an older generation', 'True', undefined, 1, 'unknown'],
    ['not found', 'False', notFound, 2, 'no'],
    ['not found, of an older generation', 'False', notFound, 1, 'unknown'],
    ['without address', 'False', 'address not set', 2, 'unknown'],
    [
      'another object not found',
      'False',
      'secrets "x" not found',
      2,
      'unknown',
    ],
    ['undecided', 'Unknown', notFound, 2, 'unknown'],
  ])('%s', (_, status, message, observedGeneration, expected) => {
    const conditions = status
      ? [{ type: 'SubscriberResolved', status, message }]
      : [];
    const trigger = parse(
      { subscriber: { ref } },
      { observedGeneration, conditions },
    );
    expect(trigger.subscriberResolved).toBe(expected);
  });

  it('says nothing of an address', () => {
    const conditions = [{ type: 'SubscriberResolved', status: 'True' }];
    const trigger = parse(
      { subscriber: { uri: 'http://x' } },
      { observedGeneration: 2, conditions },
    );
    expect(trigger.subscriberResolved).toBe('unknown');
  });
});

describe('parseTrigger refuses', () => {
  it.each([
    [{ broker: undefined }, 'broker is missing'],
    [{ broker: 7 }, 'broker is not text'],
    [{ filters: { exact: {} } }, 'filters is not a list'],
    [{ filter: { attributes: { a: 1 } } }, 'a value in attributes is not text'],
    [{ subscriber: { ref: { kind: 'Service' } } }, 'name is missing'],
  ])('%j', (spec, message) => {
    expect(() => parse(spec)).toThrow(message);
  });

  it('an object without spec', () => {
    expect(() => parseTrigger({ metadata })).toThrow('spec is missing');
  });
});
