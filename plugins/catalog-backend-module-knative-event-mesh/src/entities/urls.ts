/**
 * A URL without anything that RFC 3986 wants encoded. Browsers take more, but
 * the AsyncAPI parser refuses a definition with one of those.
 */
export const STRICT_URL =
  /^https?:\/\/[A-Za-z0-9.-]+(:\d+)?\/([\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*(#([\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?$/;

/** A URL that a page may link to, or `undefined` for any other text. */
export function webUrl(value: string | undefined): string | undefined {
  if (value === undefined || !URL.canParse(value)) {
    return undefined;
  }
  const url = new URL(value);
  return ['http:', 'https:'].includes(url.protocol) ? url.href : undefined;
}
