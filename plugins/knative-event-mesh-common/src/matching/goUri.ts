import { rewritten, type AttributeKnowledge } from './eventTypeKnowledge';

/** Attributes that Go's SDK reads as URIs and writes again (`net/url`). */
const uris = new Set(['dataschema', 'source']);

/** Whether the values of an attribute are URIs. */
export function isUri(attribute: string): boolean {
  return uris.has(attribute);
}

const scheme = '(?:[a-z][a-z0-9+.-]*:)?';
const authority = '(?://[A-Za-z0-9.-]+(?::[0-9]+)?(?=[/?#]|$)|(?!//))';
const pathCharacter = "[A-Za-z0-9_.~!$&'()*+,;=:@/[\\]-]|%[0-9A-Fa-f]{2}";
const stableUri = new RegExp(
  `^(?![^/?#:]*[A-Z][^/?#:]*:)${scheme}${authority}(?:${pathCharacter})*(?:\\?(?:${pathCharacter}|\\?)*)?(?:#(?:${pathCharacter}|\\?)+)?$`,
);

/** Characters that stay what they are, whatever else is in the URI. */
const stableLiteral = /^[A-Za-z0-9_.~$&+,/:;=@-]*$/;

/** What is known of a URI is asked of many Triggers. */
const seenUris = new WeakMap<AttributeKnowledge, AttributeKnowledge>();

/**
 * What a broker written in Go sees of an attribute. Its SDK gives URIs through
 * `net/url`, which encodes what must be encoded: `/ü` becomes `/%C3%BC`. A value
 * that may change on that way is not known.
 */
export function asSeenInGo(
  attribute: string,
  known: AttributeKnowledge,
): AttributeKnowledge {
  if (!isUri(attribute)) {
    return known;
  }
  const seen = seenUris.get(known) ?? asWrittenByGo(known);
  seenUris.set(known, seen);
  return seen;
}

function asWrittenByGo(known: AttributeKnowledge): AttributeKnowledge {
  const { value } = known;
  if (!isStable(value)) {
    return rewritten(known);
  }
  // `net/url` drops a `#` that nothing follows.
  return value.kind === 'template' && value.template.texts.at(-1) === ''
    ? { ...known, value: { ...value, mayLoseEnd: true } }
    : known;
}

function isStable(value: AttributeKnowledge['value']): boolean {
  switch (value.kind) {
    case 'exact':
      return stableUri.test(value.text);
    case 'template': {
      const { texts } = value.template;
      // Before a slash or a colon, a variable may make a scheme of what it is in.
      const isPathOrScheme = /^(?:[a-z][a-z0-9+.-]*:|[^:]*\/)/.test(texts[0]);
      return texts.every(
        text =>
          stableLiteral.test(text) && (isPathOrScheme || !/[A-Z]/.test(text)),
      );
    }
    default:
      return true;
  }
}
