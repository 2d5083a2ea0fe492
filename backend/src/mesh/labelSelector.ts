import {
  listAt,
  MalformedObject,
  objectsAt,
  requiredTextAt,
  textsAt,
  type UnknownObject,
} from './guards';

/**
 * Reads a LabelSelector and writes it as `kubectl` takes it. Without any
 * requirement it is empty, which selects everything.
 *
 * @throws MalformedObject if it is not one that Kubernetes takes
 */
export function parseLabelSelector(selector: UnknownObject): string {
  const labels = Object.entries(textsAt(selector, 'matchLabels')).map(
    ([key, value]) => `${labelKey(key)}=${labelValue(value)}`,
  );
  const expressions = objectsAt(selector, 'matchExpressions').map(
    parseExpression,
  );
  return [...labels, ...expressions.sort()].join(',');
}

const writeByOperator = new Map<
  string,
  (key: string, values: string) => string
>([
  ['In', (key, values) => `${key} in (${values})`],
  ['NotIn', (key, values) => `${key} notin (${values})`],
  ['Exists', key => key],
  ['DoesNotExist', key => `!${key}`],
]);

function parseExpression(expression: UnknownObject): string {
  const write = writeByOperator.get(requiredTextAt(expression, 'operator'));
  if (!write) {
    throw new MalformedObject('an operator in matchExpressions is unknown');
  }
  const values = listAt(expression, 'values').map(labelValue);
  return write(
    labelKey(requiredTextAt(expression, 'key')),
    values.sort().join(','),
  );
}

/** What is no label would be read as something else in the written selector. */
function labelKey(key: string): string {
  if (!/^([-a-z0-9.]{1,253}\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*)$/.test(key)) {
    throw new MalformedObject('a selector has a key that is no label');
  }
  return key;
}

function labelValue(value: unknown): string {
  if (typeof value !== 'string' || !/^[-A-Za-z0-9_.]*$/.test(value)) {
    throw new MalformedObject('a selector has a value that is no label value');
  }
  return value;
}
