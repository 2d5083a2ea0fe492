/**
 * The value of an attribute with variables, as in `/orders/{id}`: the texts
 * before, between and after the variables. One text means no variable.
 */
export interface Template {
  texts: string[];
  variables: string[];
}

/**
 * Reads a declared value, in which `{name}` is a variable and `\{`, `\}` are
 * braces (knative.md 3.5, row TEMPLATE).
 *
 * @returns undefined if the braces are not balanced or do not hold a name, so
 * that nothing is known of the value
 */
export function parseTemplate(declared: string): Template | undefined {
  const texts: string[] = [];
  const variables: string[] = [];
  let text = '';
  let position = 0;
  while (position < declared.length) {
    const character = declared[position];
    const next = declared[position + 1];
    if (character === '\\' && (next === '{' || next === '}')) {
      text += next;
      position += 2;
    } else if (character === '{') {
      const end = declared.indexOf('}', position);
      const name = declared.slice(position + 1, end);
      if (end < 0 || !/^[a-zA-Z0-9]*$/.test(name)) {
        return undefined;
      }
      texts.push(text);
      variables.push(name);
      text = '';
      position = end + 1;
    } else if (character === '}') {
      return undefined;
    } else {
      text += character;
      position += 1;
    }
  }
  return { texts: [...texts, text], variables };
}

/**
 * Whether a value can come from a template in which every variable stands for
 * one or more characters of any kind.
 *
 * Each text is looked for once, from left to right, where it first occurs:
 * with variables that may be anything, the first occurrence leaves the most
 * room for the rest. There is nothing to try again, so hostile values cannot
 * make this slow, as they could with a regular expression.
 */
export function canProduce(template: Template, value: string): boolean {
  const first = template.texts[0];
  const last = template.texts[template.texts.length - 1];
  if (template.variables.length === 0) {
    return value === first;
  }
  if (!value.startsWith(first) || !value.endsWith(last)) {
    return false;
  }
  let position = first.length;
  for (const text of template.texts.slice(1, -1)) {
    const found = value.indexOf(text, position + 1);
    if (found < 0) {
      return false;
    }
    position = found + text.length;
  }
  return value.length - last.length > position;
}
