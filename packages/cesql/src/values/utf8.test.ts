import { decodeUtf8, encodeUtf8 } from './utf8';

describe('encodeUtf8', () => {
  it('agrees with the platform, and can be undone', () => {
    for (const text of [
      '',
      'abc',
      'ä€😀',
      '\u0000\u007f\u0080\u07ff\u0800\uffff',
    ]) {
      const bytes = new TextEncoder().encode(text);
      expect(encodeUtf8(text)).toBe(
        Array.from(bytes, byte => String.fromCharCode(byte)).join(''),
      );
      expect(decodeUtf8(encodeUtf8(text))).toBe(text);
    }
  });

  it('replaces half a character', () => {
    expect(decodeUtf8(encodeUtf8('a\ud83db'))).toBe('a\ufffdb');
  });
});

describe('decodeUtf8', () => {
  it.each([
    ['a continuation alone', '\x80a', '\ufffda'],
    ['a character that is cut', '\xe2\x82', '\ufffd\ufffd'],
    ['a character in too many bytes', '\xc0\x80', '\ufffd\ufffd'],
    ['a surrogate', '\xed\xa0\x80', '\ufffd\ufffd\ufffd'],
    [
      'a character beyond the last',
      '\xf4\x90\x80\x80',
      '\ufffd\ufffd\ufffd\ufffd',
    ],
    ['a byte that is never used', '\xff', '\ufffd'],
    [
      'a long form that is never used',
      '\xfb\xbf\xbf\xbf',
      '\ufffd\ufffd\ufffd\ufffd',
    ],
  ])('replaces each byte of %s', (_, bytes, text) => {
    expect(decodeUtf8(bytes)).toBe(text);
  });
});
