import type { ObjectMetadata } from './manifests';

type Labels = Record<string, string>;

const labelKey = '[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?';
const labelValue = '[-A-Za-z0-9_.]*';
const exists = new RegExp(`^(!?) *(${labelKey})$`);
const equality = new RegExp(`^(${labelKey}) *(==?|!=) *(${labelValue})$`);
const membership = new RegExp(`^(${labelKey}) +(in|notin) *\\(([^()]*)\\)$`);

/** Reads a `labelSelector`; undefined if it cannot be parsed. */
export function parseLabelSelector(
  selector: string,
): ((labels: Labels) => boolean) | undefined {
  const requirements = splitOutsideParentheses(selector).map(parseRequirement);
  return requirements.every(requirement => requirement !== undefined)
    ? labels => requirements.every(requirement => requirement(labels))
    : undefined;
}

/**
 * Reads a `fieldSelector`; undefined if it names any field but the two that
 * Kubernetes supports for every kind.
 */
export function parseFieldSelector(
  selector: string,
): ((metadata: ObjectMetadata) => boolean) | undefined {
  const requirements = selector
    .split(',')
    .map(term => term.match(/^metadata\.(name|namespace)(==?|!=)([^=]*)$/));
  return requirements.every(requirement => requirement !== null)
    ? metadata =>
        requirements.every(([, field, operator, value]) => {
          const actual =
            field === 'name' ? metadata.name : metadata.namespace ?? '';
          return (actual === value) === (operator !== '!=');
        })
    : undefined;
}

function parseRequirement(
  text: string,
): ((labels: Labels) => boolean) | undefined {
  const [, negated, existing] = text.match(exists) ?? [];
  if (existing) {
    return labels => existing in labels === (negated === '');
  }
  const [, compared, comparison, value] = text.match(equality) ?? [];
  if (compared) {
    return labels => (labels[compared] === value) === (comparison !== '!=');
  }
  const [, member, operator, list = ''] = text.match(membership) ?? [];
  if (member) {
    const values = list.split(',').map(item => item.trim());
    return labels => values.includes(labels[member]) === (operator === 'in');
  }
  return undefined;
}

function splitOutsideParentheses(selector: string): string[] {
  return selector.split(/,(?![^(]*\))/).map(term => term.trim());
}
