import { shortEntityRef } from './shortEntityRef';

describe('shortEntityRef', () => {
  it.each([
    ['group:default/payments', 'payments'],
    ['component:payments/default-broker', 'payments/default-broker'],
    ['unknown', 'unknown'],
  ])('calls %s %s', (ref, name) => {
    expect(shortEntityRef(ref)).toBe(name);
  });
});
