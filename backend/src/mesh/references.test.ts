import {
  parseDestination,
  parseReference,
  readReference,
  referenceKey,
} from './references';

const cart = { group: '', kind: 'Service', namespace: 'shop', name: 'cart' };

describe('parseReference (knative.md 4.1)', () => {
  it.each([
    [{ apiVersion: 'v1', kind: 'Service', name: 'cart' }, cart],
    [
      { apiVersion: 'v1', kind: 'Service', name: 'cart', namespace: 'other' },
      { ...cart, namespace: 'other' },
    ],
    [{ apiVersion: 'v1', kind: 'Service', name: 'cart', namespace: '' }, cart],
    [
      { apiVersion: 'serving.knative.dev/v1', kind: 'Service', name: 'cart' },
      { ...cart, group: 'serving.knative.dev' },
    ],
    [
      { group: 'serving.knative.dev', kind: 'Service', name: 'cart' },
      { ...cart, group: 'serving.knative.dev' },
    ],
  ])('%j', (reference, expected) => {
    expect(parseReference(reference, 'shop')).toEqual(expected);
  });

  it.each([
    [{ apiVersion: 'v1', name: 'cart' }, 'kind is missing'],
    [{ apiVersion: 'v1', kind: 'Service' }, 'name is missing'],
    [
      { apiVersion: 1, kind: 'Service', name: 'cart' },
      'apiVersion is not text',
    ],
  ])('refuses %j', (reference, message) => {
    expect(() => parseReference(reference, 'shop')).toThrow(message);
  });
});

it.each([
  [undefined, undefined],
  [{ kind: 'Service' }, undefined],
  [{ apiVersion: 'v1', kind: 'Service', name: 'cart' }, cart],
])('readReference leaves out what is malformed: %j', (reference, expected) => {
  expect(readReference(reference, 'shop')).toEqual(expected);
});

describe('parseDestination', () => {
  const ref = { apiVersion: 'v1', kind: 'Service', name: 'cart' };
  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ ref: null, uri: '' }, undefined],
    [{ ref }, { reference: cart }],
    [{ uri: 'http://x' }, { uri: 'http://x' }],
    [
      { ref, uri: '/path' },
      { reference: cart, uri: '/path' },
    ],
  ])('%j', (destination, expected) => {
    expect(parseDestination(destination, 'shop')).toEqual(expected);
  });
});

it('keeps apart references whose names hold separators', () => {
  const left = { ...cart, namespace: 'a","b', name: 'c' };
  const right = { ...cart, namespace: 'a', name: 'b","c' };
  expect(referenceKey(left)).not.toBe(referenceKey(right));
});
