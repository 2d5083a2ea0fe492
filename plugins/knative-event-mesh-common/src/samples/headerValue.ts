/**
 * An attribute value as it stands in an HTTP header in CloudEvents binary mode
 * (HTTP Protocol Binding 1.0.2, 3.1.3.2): everything but printable ASCII, and
 * blanks, quotes and per cent signs, are percent-encoded as UTF-8.
 *
 * @public
 */
export function headerValue(value: string): string {
  return (
    value
      // Half a surrogate pair has no UTF-8 form.
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/[^\u0021\u0023\u0024\u0026-\u007e]+/g, encodeURIComponent)
  );
}
