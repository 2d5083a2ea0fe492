/**
 * Strings whose every unit is one byte of UTF-8. Go's engine counts, cuts and
 * compares bytes; a string of this kind has them without a copy for ASCII.
 */

// eslint-disable-next-line no-control-regex -- they are what it looks for
const onlyAscii = /^[\0-\x7f]*$/;

const replacement = 0xfffd;

export function encodeUtf8(text: string): string {
  if (onlyAscii.test(text)) {
    return text;
  }
  let bytes = '';
  for (const character of text) {
    bytes += bytesOf(character.codePointAt(0)!);
  }
  return bytes;
}

function bytesOf(codePoint: number): string {
  if (codePoint < 0x80) {
    return String.fromCharCode(codePoint);
  }
  if (codePoint < 0x800) {
    return String.fromCharCode(
      0xc0 | (codePoint >> 6),
      continuation(codePoint, 0),
    );
  }
  if (codePoint < 0x10000) {
    if (isSurrogate(codePoint)) {
      return bytesOf(replacement);
    }
    return String.fromCharCode(
      0xe0 | (codePoint >> 12),
      continuation(codePoint, 1),
      continuation(codePoint, 0),
    );
  }
  return String.fromCharCode(
    0xf0 | (codePoint >> 18),
    continuation(codePoint, 2),
    continuation(codePoint, 1),
    continuation(codePoint, 0),
  );
}

function continuation(codePoint: number, place: number): number {
  return 0x80 | ((codePoint >> (6 * place)) & 0x3f);
}

/** Each byte that is not part of a character becomes U+FFFD, as in Go. */
export function decodeUtf8(bytes: string): string {
  if (onlyAscii.test(bytes)) {
    return bytes;
  }
  let text = '';
  let position = 0;
  while (position < bytes.length) {
    const length = lengthAt(bytes, position);
    const codePoint = decode(bytes, position, length);
    text += String.fromCodePoint(codePoint ?? replacement);
    position += codePoint === undefined ? 1 : length;
  }
  return text;
}

function lengthAt(bytes: string, position: number): number {
  const lead = bytes.charCodeAt(position);
  if (lead < 0xc0) {
    return 1;
  }
  if (lead < 0xe0) {
    return 2;
  }
  return lead < 0xf0 ? 3 : 4;
}

const smallest = [0, 0, 0x80, 0x800, 0x10000];

function decode(
  bytes: string,
  position: number,
  length: number,
): number | undefined {
  const lead = bytes.charCodeAt(position);
  if (length === 1) {
    return lead < 0x80 ? lead : undefined;
  }
  let codePoint = lead & (0xff >> (length + 1));
  for (let index = position + 1; index < position + length; index++) {
    const byte = bytes.charCodeAt(index);
    if ((byte & 0xc0) !== 0x80) {
      return undefined;
    }
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  const isValid =
    lead < 0xf8 &&
    codePoint >= smallest[length] &&
    codePoint <= 0x10ffff &&
    !isSurrogate(codePoint);
  return isValid ? codePoint : undefined;
}

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint < 0xe000;
}
