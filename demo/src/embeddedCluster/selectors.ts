import { failure, Refusal } from './answers';
import type { ObjectMetadata } from './manifests';

type Requirement = (metadata: ObjectMetadata) => boolean;

const key = '([A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?)';
const existence = new RegExp(`^(!?) *${key}$`);
const equality = new RegExp(`^${key} *(==?|!=) *([-A-Za-z0-9_.]*)$`);
const membership = new RegExp(`^${key} +(in|notin) *\\(([^()]*)\\)$`);
const field = /^metadata\.(name|namespace)(==?|!=)([^=]*)$/;

/**
 * Reads a `labelSelector`.
 *
 * @throws Refusal with 400 if it cannot be read
 */
export function parseLabelSelector(selector: string): Requirement {
  const termsOutsideParentheses = selector.split(/,(?![^(]*\))/);
  return every(termsOutsideParentheses.map(term => parseLabel(term.trim())));
}

/**
 * Reads a `fieldSelector`.
 *
 * @throws Refusal with 400 for fields but the two that every kind supports
 */
export function parseFieldSelector(selector: string): Requirement {
  return every(selector.split(',').map(parseField));
}

function parseLabel(term: string): Requirement {
  const exists = existence.exec(term);
  if (exists) {
    const [, negation, label] = exists;
    return ({ labels = {} }) => label in labels === !negation;
  }
  const equals = equality.exec(term);
  if (equals) {
    const [, label, operator, value] = equals;
    return ({ labels = {} }) =>
      (labels[label] === value) === (operator !== '!=');
  }
  const isMember = membership.exec(term);
  if (isMember) {
    const [, label, operator, list] = isMember;
    const values = list.split(',').map(value => value.trim());
    return ({ labels = {} }) =>
      values.includes(labels[label]) === (operator === 'in');
  }
  throw badRequest(`unable to parse requirement: ${term}`);
}

function parseField(term: string): Requirement {
  const match = field.exec(term);
  if (!match) {
    throw badRequest(`field label not supported: ${term}`);
  }
  const [, name, operator, value] = match;
  return metadata => (metadata[name] === value) === (operator !== '!=');
}

function every(requirements: Requirement[]): Requirement {
  return metadata => requirements.every(holds => holds(metadata));
}

function badRequest(message: string): Refusal {
  return new Refusal(failure(400, 'BadRequest', message));
}
