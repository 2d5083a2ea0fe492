import { STRICT_URL, webUrl } from './urls';

it.each([
  ['https://example.com/a', 'https://example.com/a'],
  ['http://example.com', 'http://example.com/'],
  ['data:text/html,x', undefined],
  ['file:///etc/passwd', undefined],
  ['/schema', undefined],
  ['', undefined],
  [undefined, undefined],
])('links to %s only if it is a web URL', (value, expected) => {
  expect(webUrl(value)).toBe(expected);
});

it.each([
  ['https://example.com/', true],
  ['http://a.b-c.example.com:8080/d/e.json?f=g&h=i/j?k#l/m', true],
  ['https://example.com/%7Ba%7d', true],
  ['https://example.com/%zz', false],
  ['https://example.com/a|b', false],
  ['https://example.com/?a^b', false],
  ['https://example.com/#a#b', false],
  ['https://example.com/ä', false],
  ['https://example.com/\n', false],
])('knows whether %s is a strict URL', (url, expected) => {
  expect(STRICT_URL.test(url)).toBe(expected);
});
