import { headerValue } from './headerValue';

describe('headerValue', () => {
  it.each([
    ['/orders/1?a=b&c~d', '/orders/1?a=b&c~d'],
    ['a b', 'a%20b'],
    ['100 %"', '100%20%25%22'],
    ['Euro € 😀', 'Euro%20%E2%82%AC%20%F0%9F%98%80'],
    ['a\r\nce-type: b', 'a%0D%0Ace-type:%20b'],
    ['half \ud83d', 'half%20%EF%BF%BD'],
  ])('writes %j as %s', (value, expected) => {
    expect(headerValue(value)).toBe(expected);
  });
});
