const character = "(?:[\\p{L}\\p{N}\\p{S}._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";
const scheme = '[A-Za-z][A-Za-z0-9+.-]*:';
const authority = '//[A-Za-z0-9.-]*(?::[0-9]*)?(?=[/?#]|$)';
const path = `(?:${character}|/)*`;
const rest = `(?:\\?(?:${character}|[/?])*)?(?:#(?:${character}|[/?])*)?`;

const uri = new RegExp(`^${scheme}(?:${authority}|(?!//))${path}${rest}$`, 'u');
const relative = new RegExp(
  `^(?:${authority}|(?!//)(?![^/?#]*:))${path}${rest}$`,
  'u',
);

/**
 * Whether a text is a URI (RFC 3986), as `dataschema` has to be. Letters beyond
 * ASCII may stand in it, because producers send them and brokers accept them.
 */
export function isUri(text: string): boolean {
  return uri.test(text);
}

/** Whether a text is a URI or relative to one, as `source` has to be. */
export function isUriReference(text: string): boolean {
  return isUri(text) || relative.test(text);
}
