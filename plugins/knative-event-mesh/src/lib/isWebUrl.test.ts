import { isWebUrl } from './isWebUrl';

describe('isWebUrl', () => {
  it.each([
    ['https://example.com/schema.json', true],
    ['HTTP://example.com', true],
    ['vbscript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.com', false],
    [' https://example.com', false],
    ['https://', false],
  ])('says of %s: %s', (text, is) => {
    expect(isWebUrl(text)).toBe(is);
  });
});
