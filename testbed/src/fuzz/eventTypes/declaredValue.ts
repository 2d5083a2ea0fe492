/**
 * What an EventType says of the value of an attribute: nothing, the value, or
 * its form, as texts with a variable between each and the next.
 */
export type DeclaredValue =
  | { kind: 'any' }
  | { kind: 'exact'; text: string }
  | { kind: 'template'; texts: readonly string[]; form: RegExp };

const any: DeclaredValue = { kind: 'any' };

/** An escaped brace, a variable, a brace that is neither, or other text. */
const piece = /\\([{}])|\{[a-zA-Z0-9]*\}|([{}])|[^\\{}]+|\\/g;

/**
 * Reads a declared value (knative.md 3.5). This is written apart from the code
 * under test, which must not be its own judge.
 */
export function readDeclaredValue(text: string | undefined): DeclaredValue {
  const texts = [''];
  for (const [whole, escaped, loneBrace] of (text ?? '').matchAll(piece)) {
    if (loneBrace !== undefined) {
      return any;
    }
    if (escaped === undefined && whole.startsWith('{')) {
      texts.push('');
    } else {
      texts[texts.length - 1] += escaped ?? whole;
    }
  }
  if (!text) {
    return any;
  }
  return texts.length === 1
    ? { kind: 'exact', text: texts[0] }
    : { kind: 'template', texts, form: formOf(texts) };
}

/** Slow for long values, and therefore only for what the harness has drawn. */
function formOf(texts: readonly string[]): RegExp {
  const pattern = texts
    .map(text => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('[^]+');
  return new RegExp(`^${pattern}$`);
}

/** Whether a value is of the declared form. */
export function agrees(declared: DeclaredValue, value: unknown): boolean {
  switch (declared.kind) {
    case 'exact':
      return value === declared.text;
    case 'template':
      return typeof value === 'string' && declared.form.test(value);
    default:
      return true;
  }
}
