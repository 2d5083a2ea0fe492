import { isUri, isUriReference } from './uriReference';

describe('isUriReference', () => {
  it.each([
    ['https://h:8080/a?b=1#c', true],
    ['urn:a:b', true],
    ['URN:a', true],
  ])('%s is a URI', (text, expected) => {
    expect(isUri(text)).toBe(expected);
    expect(isUriReference(text)).toBe(expected);
  });

  it.each([
    '/a/b',
    'a',
    '',
    '//h/a',
    '/a#',
    '/a:b',
    '/a%20b',
    '/ä',
    '?a',
    './a:b',
  ])('%s is relative to one', text => {
    expect(isUri(text)).toBe(false);
    expect(isUriReference(text)).toBe(true);
  });

  it.each([
    'a b',
    ':a',
    '1:a',
    '/a%2',
    '/{a}',
    '/a\\b',
    '/a\nb',
    '/a#b#c',
    '//h:x/a',
    '/a\u2028',
    '/a[',
  ])('%j is none', text => {
    expect(isUriReference(text)).toBe(false);
  });
});
